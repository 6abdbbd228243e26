package sc.fiji.fastsam.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import sc.fiji.fastsam.geometry.Size;

/**
 * Finds a plane's scale by looking at it.
 *
 * <p>A look tells the typical diameter and with it the gain wanted. A look from far off sees only
 * large objects, one from too near only parts: where the wanted gain is far from that of the look,
 * the next look is made from there. A look from about the right gain is already the result. Only a
 * look that shows something for sure brings the image nearer than the first one: noise, seen
 * closely, looks like dim objects.
 *
 * <p>Of a large plane the first look, which takes in all of it, is from so far off that small
 * objects vanish, or make patterns that look like large ones. Both show in low scores: then small
 * windows of the plane are looked at as they are, and from nearer, and the look of the higher
 * scores is believed.
 */
final class ScaleSearch {

    static final double MIN_GAIN = 1 / 16.0;

    /** Longer side of the first look, in network pixels, and limits of its gain. */
    private static final double LOOK_SIDE = 640;

    private static final double MIN_LOOK_GAIN = 0.35;
    private static final double MAX_LOOK_GAIN = 2;

    private static final int LOOKS = 3;
    private static final int WINDOW_LOOKS = 4;

    /** A look within this factor of the wanted gain is believed. */
    static final double CLOSE = 1.5;

    /** A look within this factor of the wanted gain serves as the result. */
    static final double SAME = 1.2;

    /** A look whose best score is below this shows nothing for sure. */
    private static final double SURE = 0.6;

    /** A look whose quality is below this may be from too far off; measured (RUNS.md). */
    static final double CLEAR = 0.6;

    /** A first look from this gain on shows the pixels about as they are. */
    private static final double NEAR = 0.75;

    /** Further looks are at most so much nearer or farther. */
    private static final double STEP = 2.5;

    /** NB: seen from nearer, noise looks like objects; who has so small ones gives a diameter. */
    static final double MAX_GAIN = 4;

    /** A result below this quality is compared with looks farther off and nearer, by these. */
    private static final double DOUBTFUL = 0.7;

    private static final List<Double> FARTHER = List.of(2.5, 4.0);
    private static final double NEARER = 2.5;

    /** Such a look is believed when its quality is higher by this; measured (RUNS.md). */
    private static final double SURER = 0.12;

    /** Longer sides of the looks from far off, in network pixels. */
    private static final List<Double> FAR_SIDES = List.of(256.0, 160.0);

    /** Where nothing was sure from nearer, so is a look of this quality; measured (accuracy.md). */
    private static final double FAR = 0.75;

    /** Cells are so many times smaller than the tissue that they make, at least. */
    private static final double SMALLER = 2;

    /**
     * A look whose best score is this shows cells among pieces of tissue; measured (accuracy.md).
     */
    private static final double CELLS = 0.5;

    /** Its objects are of the favorite size within this factor, or larger if it is farther off. */
    private static final double SMALL = 2;

    /** Least longer side of a look from farther off, in network pixels. */
    static final double LEAST_SIDE = 96;

    private final double favorite;
    private final double longSide;
    private final double first;
    private final Sight sight;
    private final boolean fromNear;

    /**
     * @param favorite diameter that the network sees best, in network pixels
     * @param fromNear as {@link ScaleChooser} has it
     */
    ScaleSearch(double favorite, Size plane, Sight sight, boolean fromNear) {
        this.fromNear = fromNear;
        this.favorite = favorite;
        this.longSide = plane.longSide();
        this.first = firstGain(plane);
        this.sight = sight;
    }

    /** Gain of the look that takes in a whole plane. */
    static double firstGain(Size plane) {
        return between(MIN_LOOK_GAIN, LOOK_SIDE / plane.longSide(), MAX_LOOK_GAIN);
    }

    Scale find() {
        if (fromNear) {
            Finding found = ofCells();
            Scale scale = found.toScale(CLOSE * Math.max(first, 1));
            return surer(found.look(), scale.gain(), nearer(scale.gain())).orElse(scale);
        }
        Finding found = bySizes();
        Scale scale = found.toScale(first);
        double gain = scale.gain();
        Stream<Look> others = Stream.concat(fartherOff(gain), nearer(gain));
        return (found.sure() ? surer(found.look(), gain, others) : fromFarOff()).orElse(scale);
    }

    /**
     * NB: a small plane is looked at whole, which is near enough. What seems large, or is not
     * there, may be made of cells that are smaller still.
     */
    private Finding ofCells() {
        double begin = first >= NEAR ? first : 1;
        DoubleFunction<Look> eye = first >= NEAR ? sight::whole : sight::windows;
        Look seen = eye.apply(begin);
        return smallerThan(finding(seen), begin)
                .orElseGet(() -> closingIn(begin, gain -> gain == begin ? seen : eye.apply(gain)));
    }

    private Optional<Finding> smallerThan(Finding seen, double begin) {
        if (seen.look().diameter().isPresent() && seen.gain() >= begin) {
            return Optional.empty();
        }
        return Stream.of(Math.min(STEP * begin, MAX_GAIN), MAX_GAIN)
                .distinct()
                .map(gain -> finding(sight.windows(gain)))
                .filter(near -> near.look().bestScore() >= CELLS && near.isWithin(SMALL))
                .filter(near -> near.gain() >= SMALLER * seen.gain())
                .findFirst();
    }

    /** Where nothing is sure as it is, one object may fill the plane. */
    private Optional<Scale> fromFarOff() {
        Stream<Double> gains =
                FAR_SIDES.stream().map(side -> side / longSide).filter(far -> far < first);
        return clearest(wholes(gains), FAR).map(look -> scale(look, false));
    }

    private Finding bySizes() {
        Finding whole = onTheWhole();
        if (first >= NEAR || whole.isClear()) {
            return whole;
        }
        Finding near = inWindows();
        if (near.sure() && near.look().quality() > whole.look().quality()) {
            return near;
        }
        return whole.sure() ? whole : finding(sight.whole(first / 2));
    }

    /**
     * Large things fall apart from nearer, as a nerve cell into its branches or a grain into its
     * texture, and even rows of small things look like large ones from farther off: what is seen
     * then is doubtful, and from the right gain it is not.
     */
    private Optional<Scale> surer(Look seen, double gain, Stream<Look> others) {
        if (seen.quality() >= DOUBTFUL) {
            return Optional.empty();
        }
        double least = seen.quality() + SURER;
        return clearest(others, least).map(look -> scale(look, look.gain() < gain));
    }

    private static Optional<Look> clearest(Stream<Look> looks, double leastQuality) {
        return looks.filter(look -> isSure(look) && look.quality() >= leastQuality)
                .max(Comparator.comparingDouble(Look::quality));
    }

    private static Scale scale(Look look, boolean parts) {
        return new Scale(look.gain(), true, Optional.of(look), look.whole(), parts);
    }

    private Stream<Look> fartherOff(double gain) {
        return wholes(
                FARTHER.stream()
                        .map(factor -> gain / factor)
                        .filter(far -> far * longSide >= LEAST_SIDE));
    }

    /** Looks at the whole plane that show no smaller objects than such as they are made for. */
    private Stream<Look> wholes(Stream<Double> gains) {
        return gains.map(sight::whole).filter(look -> wanted(look) <= SMALL * look.gain());
    }

    private Stream<Look> nearer(double gain) {
        return Stream.of(Math.min(MAX_GAIN, NEARER * gain))
                .filter(near -> near > CLOSE * gain)
                .map(sight::windows)
                .filter(look -> finding(look).isWithin(SMALL));
    }

    private Finding finding(Look seen) {
        return new Finding(wanted(seen), seen, isSure(seen));
    }

    private Finding onTheWhole() {
        return closingIn(first, sight::whole);
    }

    /** NB: of a large plane, one does not go nearer on what may be seen from too far off. */
    private Finding closingIn(double begin, DoubleFunction<Look> eye) {
        double gain = begin;
        boolean sure = false;
        Look best = null;
        for (int i = 1; ; i++) {
            Look seen = eye.apply(gain);
            sure |= isSure(seen);
            if (best == null || seen.quality() > best.quality()) {
                best = seen;
            }
            Finding finding = new Finding(wanted(seen), seen, sure);
            boolean doubtful = begin < NEAR && !isClear(seen) && finding.gain() > gain;
            if (finding.isWithin(CLOSE) || doubtful) {
                return finding;
            }
            if (i == LOOKS) {
                return isClear(best) ? new Finding(best.gain(), best, true) : finding;
            }
            gain = between(gain / STEP, finding.gain(), gain * STEP);
        }
    }

    /** From the pixels as they are to where objects are seen well; at last, the best look. */
    private Finding inWindows() {
        double gain = Math.max(1, 2 * first);
        Finding best = null;
        for (int i = 0; i < WINDOW_LOOKS; i++) {
            Look seen = sight.windows(gain);
            Finding finding = finding(seen);
            if (finding.isClear()) {
                return finding;
            }
            if (best == null || seen.quality() > best.look().quality()) {
                best = finding;
            }
            if (gain == MAX_GAIN && !isClear(seen)) {
                return best;
            }
            double next = isClear(seen) ? finding.gain() : 2 * gain;
            gain = Math.min(MAX_GAIN, between(gain / STEP, next, gain * STEP));
        }
        return best;
    }

    private static boolean isSure(Look seen) {
        return seen.bestScore() >= SURE;
    }

    private static boolean isClear(Look seen) {
        return isSure(seen) && seen.quality() >= CLEAR;
    }

    /** NB: a look that shows nothing is taken to be from too far off; if it was near, too near. */
    private double wanted(Look seen) {
        double gain =
                seen.diameter().isPresent()
                        ? favorite / seen.diameter().getAsDouble()
                        : seen.gain() > first ? first / 2 : first * 2;
        return between(MIN_GAIN, gain, MAX_GAIN);
    }

    private static double between(double low, double value, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
