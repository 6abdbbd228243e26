package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.fastsam.geometry.Size;

/** Looks from farther off for larger objects that those of a look lie in. */
final class LargerObjects {

    /** The first look is farther off by this factor, the second by the next one more. */
    private static final double FARTHER = 4;

    private static final double NEXT = 2.5;

    /** The first look at the plane serves where it is farther off by a factor between these. */
    private static final double LEAST_FARTHER = 2;

    private static final double MOST_FARTHER = 6;

    /**
     * Larger objects are so by one of these factors in the side of their boxes. NB: many cells are
     * not twice as wide as their nuclei; and from too near the objects themselves pass for larger
     * ones, which hold nothing.
     */
    private static final List<Double> LARGER = List.of(1.8, 1.3);

    /** Area of the box of one that lies in a larger one, over that one's: wide nuclei count. */
    private static final double SMALLER = 0.6;

    /** A larger object that takes more of the plane is none. */
    private static final double MOST_OF_PLANE = 0.6;

    /** Doubtful ones are looked at again so many times, if that is nearer by this factor. */
    private static final int MOST_AGAIN = 2;

    private static final double NEARER = 1.3;

    /**
     * Cells that are less than about twice as wide as their nuclei are seen from about as near,
     * farther off by one of these factors. It is looked from there where so much of what was seen,
     * by scores, lies in something larger that was seen beside it.
     */
    private static final List<Double> LITTLE_FARTHER = List.of(1.6, 2.2);

    private static final double HINT = 0.1;

    private final double favorite;
    private final Size plane;
    private final Sight sight;
    private final boolean all;

    /** What is given is as {@link LevelSearch} has it. */
    LargerObjects(double favorite, Size plane, Sight sight, boolean all) {
        this.favorite = favorite;
        this.plane = plane;
        this.sight = sight;
        this.all = all;
    }

    /**
     * The surest sign of them; nothing where none are there.
     *
     * @param gain at which the smaller objects are seen well
     * @param seen those objects
     */
    Optional<LevelEvidence> around(double gain, Look seen) {
        List<LevelEvidence> signs = new ArrayList<>();
        farther(gain).forEach(far -> signs.addAll(signs(far, gain, seen)));
        Optional<LevelEvidence> best = surest(signs);
        for (int i = 0; i < MOST_AGAIN; i++) {
            best =
                    best.flatMap(nested -> nearer(nested, gain))
                            .flatMap(at -> surest(signs(at, gain, seen)));
            best.ifPresent(signs::add);
        }
        return surest(signs).filter(this::isThere).or(() -> littleLarger(gain, seen));
    }

    private Optional<LevelEvidence> littleLarger(double gain, Look seen) {
        if (signs(seen, gain, seen).stream().allMatch(hint -> hint.inside() < HINT)) {
            return Optional.empty();
        }
        return LITTLE_FARTHER.stream()
                .flatMap(factor -> surest(signs(gain / factor, gain, seen)).stream())
                .filter(this::isThere)
                .findFirst();
    }

    /** NB: the first look at the plane is known already; it serves where it is from far enough. */
    private List<Double> farther(double gain) {
        double first = ScaleSearch.firstGain(plane);
        boolean known = first * LEAST_FARTHER <= gain && first * MOST_FARTHER >= gain;
        double far = known ? first : Math.min(first, gain / FARTHER);
        return Stream.of(far, far / NEXT)
                .filter(g -> g * plane.longSide() >= ScaleSearch.LEAST_SIDE)
                .toList();
    }

    private List<LevelEvidence> signs(double far, double gain, Look seen) {
        return signs(sight.whole(far), gain, seen);
    }

    private List<LevelEvidence> signs(Look whole, double gain, Look seen) {
        double most = MOST_OF_PLANE * plane.area();
        return LARGER.stream()
                .map(factor -> Math.pow(factor * favorite / gain, 2))
                .map(least -> between(least, most, whole.seen()))
                .map(large -> LevelEvidence.of(whole.gain(), large, seen, SMALLER))
                .toList();
    }

    private static List<Look.Seen> between(double least, double most, List<Look.Seen> seen) {
        return seen.stream()
                .filter(s -> s.box().area() >= least && s.box().area() <= most)
                .toList();
    }

    private boolean isThere(LevelEvidence nested) {
        return nested.isThere(all);
    }

    /** The first of equals. */
    private Optional<LevelEvidence> surest(List<LevelEvidence> signs) {
        Comparator<LevelEvidence> bySureness =
                Comparator.comparing(this::isThere).thenComparing(LevelEvidence::share);
        return signs.stream().reduce((a, b) -> bySureness.compare(b, a) > 0 ? b : a);
    }

    /**
     * Gain of a look that shows larger objects better: where those that were seen hold smaller
     * ones, but are too few or not seen for sure, from too far off. NB: neighbors look like one
     * object from there, so that objects seem larger than they are.
     */
    private Optional<Double> nearer(LevelEvidence nested, double gain) {
        if (isThere(nested) || !nested.mayBeCoarser()) {
            return Optional.empty();
        }
        double diameter = nested.outerDiameter().getAsDouble() / ScaleSearch.SAME;
        double near = Math.min(favorite / diameter, gain / LevelSearch.APART);
        return near >= NEARER * nested.gain() ? Optional.of(near) : Optional.empty();
    }
}
