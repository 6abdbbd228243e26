package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Size;

/**
 * Finds whether objects of a plane hold smaller ones, or lie in larger ones, than those that its
 * scale was chosen for, by one look from nearer into the surest of them and one from farther off.
 */
final class LevelSearch {

    /** A look for smaller objects is nearer by this factor. */
    private static final double NEARER = 4;

    /** It shows the pixels about as they are, if that is no farther. */
    private static final double MOST_NEARER = 10;

    /** NB: a plane of small objects, as nuclei, pays for no look at what they hold. */
    private static final double LEAST_NEARER = 3;

    /** Area of the box of an object in one, over that one's: what is larger may be a neighbor. */
    private static final double SMALLER = 0.5;

    /** If it is no nearer, crowds of objects of few pixels show in one nearer by this factor. */
    private static final double MOST_TWICE = 2.5;

    private static final double CLOSER = 1.6;

    /** Objects are looked at when they are at most so many times the favorite size. */
    private static final double LARGEST = 2.5;

    /**
     * Larger objects are looked at from where they were seen, if that is farther than best by no
     * more than this factor: a little nearer a ring of nuclei is a ring no more.
     */
    private static final double BELIEVED = 1.6;

    /** Diameters of two levels are at least so far apart. */
    static final double APART = 1.6;

    /** Smaller objects that were doubtful, from too far off, are of this quality from nearer. */
    private static final double CLEAR_QUALITY = 0.6;

    /**
     * Those that seemed mere parts when the scale was chosen are of this one, but where nearly all
     * of several larger objects hold some.
     */
    private static final double QUALITY_OF_PARTS = 0.65;

    private final double favorite;
    private final Sight sight;
    private final boolean all;
    private final LargerObjects largerObjects;

    /**
     * @param favorite diameter that the network sees best, in network pixels
     * @param all whether levels count that are not there for sure
     */
    LevelSearch(double favorite, Size plane, Sight sight, boolean all) {
        this.favorite = favorite;
        this.sight = sight;
        this.all = all;
        this.largerObjects = new LargerObjects(favorite, plane, sight, all);
    }

    /** The levels of a plane whose scale is chosen. */
    Levels find(Scale main) {
        if (!main.sure()) {
            return Levels.of(main);
        }
        Look seen = main.look().orElseGet(() -> sight.whole(main.gain()));
        double usual = favorite / main.gain();
        Optional<LevelEvidence> around = largerObjects.around(main.gain(), seen);
        Optional<Levels.Level> larger =
                around.flatMap(nested -> level(usual, nested.gain(), nested.outerDiameter()));
        OptionalDouble inner =
                larger.isEmpty() ? OptionalDouble.empty() : around.orElseThrow().innerDiameter();
        List<Levels.Level> levels = new ArrayList<>(larger.stream().toList());
        levels.add(new Levels.Level(main, inner.orElse(usual)));
        int place = levels.size() - 1;
        if (all || larger.isEmpty()) {
            smaller(main, seen).ifPresent(levels::add);
        }
        return new Levels(levels, place, all);
    }

    private Optional<Levels.Level> smaller(Scale main, Look seen) {
        List<Box> places =
                seen.seen().stream()
                        .sorted(Comparator.comparingDouble(s -> -s.score()))
                        .map(Look.Seen::box)
                        .toList();
        double near = near(main.gain());
        if (places.isEmpty() || near < LEAST_NEARER * main.gain()) {
            return Optional.empty();
        }
        LevelEvidence first = inside(seen, near, places);
        OptionalDouble again = nearerStill(first);
        LevelEvidence last = again.isPresent() ? inside(seen, again.getAsDouble(), places) : first;
        if (all) {
            return level(main, last.inner().isEmpty() ? first : last);
        }
        boolean there = last.isCrowded() || last.isOfQuality(leastQuality(first, main.parts()));
        return there ? level(main, last) : Optional.empty();
    }

    private Optional<Levels.Level> level(Scale main, LevelEvidence nested) {
        return level(favorite / main.gain(), nested.gain(), nested.innerDiameter());
    }

    /**
     * Gain of a second look: at smaller objects seen from too far off, or for such not yet seen.
     */
    private OptionalDouble nearerStill(LevelEvidence first) {
        boolean there = first.isThere(all);
        if ((there || first.mayBeFiner()) && bestGain(first) > ScaleSearch.CLOSE * first.gain()) {
            return OptionalDouble.of(Math.min(ScaleSearch.MAX_GAIN, bestGain(first)));
        }
        return there || first.gain() > MOST_TWICE
                ? OptionalDouble.empty()
                : OptionalDouble.of(CLOSER * first.gain());
    }

    /** NB: windows of a second look are too small to show what holds them; the first one told. */
    private static double leastQuality(LevelEvidence first, boolean parts) {
        double least =
                first.isThere(false)
                        ? LevelEvidence.INNER_QUALITY
                        : first.mayBeFiner() ? CLEAR_QUALITY : Double.POSITIVE_INFINITY;
        double ofParts = first.doManyHold() ? CLEAR_QUALITY : QUALITY_OF_PARTS;
        return parts && !first.isCrowded() ? Math.max(least, ofParts) : least;
    }

    private static double near(double gain) {
        return Math.min(
                ScaleSearch.MAX_GAIN, Math.max(NEARER * gain, Math.min(1, MOST_NEARER * gain)));
    }

    private LevelEvidence inside(Look seen, double gain, List<Box> places) {
        return LevelEvidence.of(gain, seen.seen(), sight.around(gain, places), SMALLER);
    }

    /** Gain that shows the smaller objects at the favorite size; there must be some. */
    private double bestGain(LevelEvidence nested) {
        return favorite / nested.innerDiameter().getAsDouble();
    }

    /**
     * NB: seen from farther off, objects that lie in one of about the favorite size are passed
     * over, and the outlines of large ones are coarse; so objects are looked at from where they
     * were seen, unless they are very large there.
     *
     * @param usual diameter of the objects of the main level, in source pixels
     * @param seenFrom gain of the look
     */
    private Optional<Levels.Level> level(double usual, double seenFrom, OptionalDouble seen) {
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        double diameter = seen.getAsDouble();
        double best = favorite / diameter;
        boolean believed = diameter > usual && seenFrom <= best && best <= BELIEVED * seenFrom;
        double gain = believed ? seenFrom : Math.max(best, Math.min(seenFrom, LARGEST * best));
        gain = Math.max(ScaleSearch.MIN_GAIN, Math.min(ScaleSearch.MAX_GAIN, gain));
        return Math.max(diameter / usual, usual / diameter) >= APART
                ? Optional.of(new Levels.Level(Scale.of(gain), diameter))
                : Optional.empty();
    }
}
