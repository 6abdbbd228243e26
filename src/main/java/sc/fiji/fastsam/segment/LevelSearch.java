package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Size;

/**
 * Finds whether objects of a plane hold smaller ones, or lie in larger ones, than those that its
 * scale was chosen for, by one look from nearer into the surest of them and one from farther off.
 */
final class LevelSearch {

    /** A look for smaller or larger objects is nearer or farther by this factor. */
    private static final double NEARER = 4;

    private static final double FARTHER = 4;

    /** A second look for larger objects is farther by this factor than the first. */
    private static final double NEXT = 2.5;

    /** Larger objects are clearly so: by this factor in the side of their boxes. */
    private static final double CLEARLY = 1.8;

    /** A look within these factors of the main gain is no look for larger objects. */
    private static final double LEAST_FARTHER = 2;

    private static final double MOST_FARTHER = 6;

    /** Objects are looked at when they are at most so many times the favorite size. */
    private static final double LARGEST = 2.5;

    /** Diameters of two levels are at least so far apart. */
    private static final double APART = 1.6;

    /** A look for smaller objects shows the pixels about as they are, if that is no farther. */
    private static final double MOST_NEARER = 10;

    /** NB: a plane of small objects, as nuclei, pays for no look at what they hold. */
    private static final double LEAST_NEARER = 3;

    private static final double INSIDE = 0.75;
    private static final double HOLDING = 0.55;

    /** Of so many larger objects, nearly all of which hold smaller ones, fewer need lie in them. */
    private static final int MANY = 5;

    private static final double INSIDE_MANY = 0.6;
    private static final double MANY_HOLDING = 0.9;
    private static final double QUALITY = 0.5;
    private static final double OUTER_QUALITY = 0.7;
    private static final int LEAST_INNER = 2;

    /** A larger object that takes more of the plane is none. */
    private static final double MOST_OF_PLANE = 0.6;

    private final double favorite;
    private final Size plane;
    private final Sight sight;
    private final boolean all;

    /**
     * @param favorite diameter that the network sees best, in network pixels
     * @param all whether levels count that are not there for sure
     */
    LevelSearch(double favorite, Size plane, Sight sight, boolean all) {
        this.favorite = favorite;
        this.plane = plane;
        this.sight = sight;
        this.all = all;
    }

    /** The levels of a plane whose scale is chosen. */
    Levels find(Scale main) {
        if (!main.sure()) {
            return Levels.of(main);
        }
        Look seen = main.look().orElseGet(() -> sight.whole(main.gain()));
        Optional<Levels.Level> larger = larger(main.gain(), seen);
        List<Levels.Level> levels = new ArrayList<>(larger.stream().toList());
        levels.add(new Levels.Level(main, favorite / main.gain()));
        int place = levels.size() - 1;
        if (all || larger.isEmpty() && !main.parts()) {
            smaller(main.gain(), seen).ifPresent(levels::add);
        }
        return new Levels(levels, place, all);
    }

    private Optional<Levels.Level> larger(double gain, Look seen) {
        double least = Math.pow(CLEARLY * favorite / gain, 2);
        double most = MOST_OF_PLANE * plane.area();
        LevelEvidence best = null;
        double from = 0;
        for (double far : farther(gain)) {
            List<Look.Seen> large =
                    sight.whole(far).seen().stream()
                            .filter(s -> s.box().area() >= least && s.box().area() <= most)
                            .toList();
            LevelEvidence nested = LevelEvidence.of(large, seen);
            boolean better = best == null || nested.share() > best.share();
            best = better ? nested : best;
            from = better ? far : from;
        }
        return best == null
                ? Optional.empty()
                : level(gain, from, isThere(best), LevelEvidence.diameter(best.outer()));
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

    private Optional<Levels.Level> smaller(double gain, Look seen) {
        List<Box> places =
                seen.seen().stream()
                        .sorted(Comparator.comparingDouble(s -> -s.score()))
                        .map(Look.Seen::box)
                        .toList();
        double near =
                Math.min(
                        ScaleSearch.MAX_GAIN,
                        Math.max(NEARER * gain, Math.min(1, MOST_NEARER * gain)));
        if (places.isEmpty() || near < LEAST_NEARER * gain) {
            return Optional.empty();
        }
        LevelEvidence nested = LevelEvidence.of(seen.seen(), sight.around(near, places));
        OptionalDouble diameter = LevelEvidence.diameter(nested.inner());
        boolean there = isThere(nested);
        if (there && favorite / diameter.getAsDouble() > ScaleSearch.CLOSE * near) {
            // NB: its windows are too small to show what holds them; that is known by now.
            double nearer = Math.min(ScaleSearch.MAX_GAIN, favorite / diameter.getAsDouble());
            nested = LevelEvidence.of(seen.seen(), sight.around(nearer, places));
            diameter = LevelEvidence.diameter(nested.inner());
            near = nearer;
            there = all || isSure(nested.inner());
        }
        return level(gain, near, there, diameter);
    }

    private boolean isThere(LevelEvidence nested) {
        return all
                ? !nested.inner().isEmpty()
                : liesInside(nested)
                        && LevelEvidence.quality(nested.outer()) >= OUTER_QUALITY
                        && isSure(nested.inner());
    }

    private static boolean liesInside(LevelEvidence nested) {
        boolean many = nested.outer().size() >= MANY && nested.holding() >= MANY_HOLDING;
        return nested.holding() >= HOLDING && nested.inside() >= (many ? INSIDE_MANY : INSIDE);
    }

    private static boolean isSure(List<Look.Seen> inner) {
        return inner.size() >= LEAST_INNER && LevelEvidence.quality(inner) >= QUALITY;
    }

    /**
     * NB: seen from farther off, objects that lie in one of about the favorite size are passed
     * over, and the outlines of large ones are coarse; so objects are looked at from where they
     * were seen, unless they are very large there.
     *
     * @param seenFrom gain of the look
     */
    private Optional<Levels.Level> level(
            double main, double seenFrom, boolean there, OptionalDouble seen) {
        if (!there || seen.isEmpty()) {
            return Optional.empty();
        }
        double diameter = seen.getAsDouble();
        double best = favorite / diameter;
        double gain =
                Math.max(
                        ScaleSearch.MIN_GAIN,
                        Math.min(
                                ScaleSearch.MAX_GAIN,
                                Math.max(best, Math.min(seenFrom, LARGEST * best))));
        double usual = favorite / main;
        return Math.max(diameter / usual, usual / diameter) >= APART
                ? Optional.of(new Levels.Level(Scale.of(gain), diameter))
                : Optional.empty();
    }
}
