package sc.fiji.fastsam.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds two objects that together take the place of one that ends: each smaller than it, alike,
 * together as large, and with its place between them.
 */
final class Divisions {

    private static final double LEAST_LIKENESS = 0.5;
    private static final double GREATEST_CHILD = 0.72;
    private static final double LEAST_SUM = 0.7;
    private static final double GREATEST_SUM = 1.4;

    /** Of the place between the children from that of the parent, in its diameters. */
    private static final double GREATEST_SHIFT = 0.5;

    /** Of a child from the parent, in its diameters. */
    private static final double REACH = 1;

    /** Least part of the parent's place that the children cover. */
    private static final double LEAST_COVER = 0.3;

    private final int plane;
    private final List<Spot> spots;
    private final Pairs pairs;

    Divisions(int plane, List<Spot> spots, Pairs pairs) {
        this.plane = plane;
        this.spots = spots;
        this.pairs = pairs;
    }

    /**
     * The divisions of tracks, each object in one at most.
     *
     * @param tracks that may end
     * @param next the object that a track was given, -1 = none; it must be one of the children
     * @param isFree whether an object belongs to no track
     */
    List<Division> find(List<Track> tracks, int[] next, IntPredicate isFree) {
        List<Division> all = new ArrayList<>();
        for (int t = 0; t < tracks.size(); t++) {
            all.addAll(of(t, tracks.get(t), next[t], isFree));
        }
        all.sort(
                Comparator.comparingDouble(Division::shift)
                        .thenComparingInt(Division::track)
                        .thenComparingInt(Division::first)
                        .thenComparingInt(Division::second));
        List<Division> chosen = new ArrayList<>();
        for (Division division : all) {
            if (chosen.stream().noneMatch(division::excludes)) {
                chosen.add(division);
            }
        }
        return chosen;
    }

    private List<Division> of(int index, Track track, int next, IntPredicate isFree) {
        Spot parent = track.at(plane);
        List<Integer> children =
                pairs.near(track, plane, REACH * parent.diameter()).stream()
                        .filter(i -> i == next || isFree.test(i))
                        .filter(i -> isChild(spots.get(i), parent))
                        .toList();
        List<Division> divisions = new ArrayList<>();
        for (int a : children) {
            for (int b : children) {
                if (a < b && (next < 0 || a == next || b == next)) {
                    shift(parent, spots.get(a), spots.get(b))
                            .ifPresent(s -> divisions.add(new Division(index, a, b, s)));
                }
            }
        }
        return divisions;
    }

    private static boolean isChild(Spot child, Spot parent) {
        return child.mask().area() <= GREATEST_CHILD * parent.mask().area()
                && child.distanceTo(parent) <= REACH * parent.diameter();
    }

    /**
     * How far the place between two is from that of a parent; nothing when they are no children.
     */
    private static Optional<Double> shift(Spot parent, Spot a, Spot b) {
        double area = parent.mask().area();
        double sum = (a.mask().area() + b.mask().area()) / area;
        double x = (a.x() + b.x()) / 2 - parent.x();
        double y = (a.y() + b.y()) / 2 - parent.y();
        double shift = Math.hypot(x, y) / parent.diameter();
        double covered =
                parent.mask().intersectionArea(a.mask()) + parent.mask().intersectionArea(b.mask());
        boolean fits =
                a.likeness(b) >= LEAST_LIKENESS
                        && sum >= LEAST_SUM
                        && sum <= GREATEST_SUM
                        && shift <= GREATEST_SHIFT
                        && covered >= LEAST_COVER * area;
        return fits ? Optional.of(shift) : Optional.empty();
    }

    /**
     * A track that ends and its two children.
     *
     * @param track index
     * @param first index of a child
     * @param second index of the other
     * @param shift of the place between them, in diameters of the parent
     */
    record Division(int track, int first, int second, double shift) {

        boolean excludes(Division other) {
            return track == other.track || has(other.first) || has(other.second);
        }

        private boolean has(int spot) {
            return first == spot || second == spot;
        }
    }
}
