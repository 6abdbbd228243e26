package sc.fiji.fastsam.segment;

import java.util.Optional;

/**
 * A chosen scale.
 *
 * @param gain network pixels per source pixel
 * @param sure false when nothing seen for sure told it
 * @param look the one that told it, if there was one
 * @param whole raw results of the whole plane at this gain, if looking for it gave them
 * @param parts whether looks from nearer showed parts only, and none of them for sure
 */
record Scale(
        double gain,
        boolean sure,
        Optional<Look> look,
        Optional<TilePrediction> whole,
        boolean parts) {

    /** A gain that someone stated; nothing was run at it yet. */
    static Scale of(double gain) {
        return new Scale(gain, true, Optional.empty(), Optional.empty(), false);
    }

    /** The same without raw results. */
    Scale withoutRaw() {
        return new Scale(gain, sure, Optional.empty(), Optional.empty(), parts);
    }
}
