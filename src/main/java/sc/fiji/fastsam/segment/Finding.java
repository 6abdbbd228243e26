package sc.fiji.fastsam.segment;

import java.util.Optional;

/**
 * What some looks at a plane led to.
 *
 * @param gain wanted, network pixels per source pixel
 * @param look the last one
 * @param sure whether any showed something for sure
 */
record Finding(double gain, Look look, boolean sure) {

    boolean isClear() {
        return sure && look.quality() >= ScaleSearch.CLEAR && isWithin(ScaleSearch.CLOSE);
    }

    boolean isWithin(double factor) {
        return Math.max(gain / look.gain(), look.gain() / gain) <= factor;
    }

    Scale toScale(double first) {
        boolean usable = isWithin(ScaleSearch.SAME) && (sure || look.gain() <= first);
        if (usable && look.whole().isPresent()) {
            return new Scale(look.gain(), sure, Optional.of(look), look.whole(), false);
        }
        return new Scale(
                sure ? gain : Math.min(gain, first),
                sure,
                Optional.of(look),
                Optional.empty(),
                false);
    }
}
