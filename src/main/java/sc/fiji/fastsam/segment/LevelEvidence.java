package sc.fiji.fastsam.segment;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;

/**
 * How objects that one look shows lie in larger ones that another shows.
 *
 * @param gain of the look that tells of a further level, in network pixels per source pixel
 * @param outer larger ones that are seen for sure, in the parts that both looks show
 * @param inner objects in them
 * @param inside share of the smaller objects that lie in larger ones, by their scores, 0..1
 * @param holding share of the larger objects that hold smaller ones, 0..1
 */
record LevelEvidence(
        double gain, List<Look.Seen> outer, List<Look.Seen> inner, double inside, double holding) {

    /** Least score of the larger objects. */
    private static final double SURE = 0.5;

    /** Share of an object's box in that of the larger one. */
    private static final double HELD = 0.8;

    /** Least share of a larger object that must be in the parts. */
    private static final double SHOWN = 0.5;

    /** Least shares where there are two levels; chosen on drawn images (docs/accuracy.md). */
    private static final double INSIDE = 0.75;

    private static final double HOLDING = 0.55;

    /** Of so many larger objects, nearly all of which hold smaller ones, fewer need lie in them. */
    private static final int MANY = 5;

    private static final double MANY_HOLDING = 0.85;
    private static final double INSIDE_MANY = 0.6;

    /** So many for each larger one, nearly all of which hold some, are no mere parts of these. */
    private static final int CROWD = 10;

    private static final double CROWDED_HOLDING = 0.75;
    private static final double INSIDE_CROWDED = 0.9;

    /** With a smaller share in larger ones there are no two levels, however one looks. */
    private static final double INSIDE_DOUBTFUL = 0.4;

    /** Least number and quality of objects of two levels. */
    private static final int LEAST_COUNT = 2;

    private static final double OUTER_QUALITY = 0.7;
    static final double INNER_QUALITY = 0.5;

    /**
     * Compares what two looks show.
     *
     * @param gain of that of the two which looks for a further level
     * @param large objects of the one from farther off
     * @param smaller greatest area of a smaller object's box over that of the larger one
     */
    static LevelEvidence of(double gain, List<Look.Seen> large, Look close, double smaller) {
        List<Look.Seen> outer =
                large.stream()
                        .filter(o -> o.score() >= SURE)
                        .filter(o -> shown(o.box(), close.parts()) >= SHOWN * o.box().area())
                        .toList();
        double most = smaller * medianArea(outer);
        List<Look.Seen> inner =
                close.seen().stream()
                        .filter(s -> large.stream().anyMatch(o -> holds(o, s, smaller)))
                        .toList();
        double all = sum(close.seen().stream().filter(s -> s.box().area() <= most).toList());
        double lying = sum(inner.stream().filter(s -> s.box().area() <= most).toList());
        long holding =
                outer.stream()
                        .filter(o -> inner.stream().anyMatch(s -> holds(o, s, smaller)))
                        .count();
        return new LevelEvidence(
                gain,
                outer,
                inner,
                all == 0 ? 0 : lying / all,
                outer.isEmpty() ? 0 : (double) holding / outer.size());
    }

    /** How sure one is that there are two levels, 0..1. */
    double share() {
        return inside * holding;
    }

    /**
     * True where there are two levels.
     *
     * @param all whether they count that are not there for sure
     */
    boolean isThere(boolean all) {
        return all ? !inner.isEmpty() : mayBeFiner() && isOfQuality(INNER_QUALITY);
    }

    /** True where larger objects are sure and hold smaller ones, be these sure or not. */
    boolean mayBeFiner() {
        return holding >= HOLDING
                && inside >= (doManyHold() ? INSIDE_MANY : INSIDE)
                && quality(outer) >= OUTER_QUALITY
                && inner.size() >= LEAST_COUNT;
    }

    /** True where there are several larger objects, nearly all of which hold smaller ones. */
    boolean doManyHold() {
        return outer.size() >= MANY && holding >= MANY_HOLDING;
    }

    /** True where larger objects are full of smaller ones, as embryos are of nuclei. */
    boolean isCrowded() {
        long held =
                inner.stream().filter(s -> outer.stream().anyMatch(o -> holds(o, s, 1))).count();
        return held >= CROWD * outer.size()
                && holding >= CROWDED_HOLDING
                && inside >= INSIDE_CROWDED
                && quality(outer) >= OUTER_QUALITY
                && isOfQuality(INNER_QUALITY);
    }

    /** True where larger objects, be they sure or not, hold smaller ones that are sure. */
    boolean mayBeCoarser() {
        return outer.size() >= LEAST_COUNT
                && holding >= HOLDING
                && inside >= INSIDE_DOUBTFUL
                && isOfQuality(INNER_QUALITY);
    }

    /** True where there are smaller objects of at least a quality. */
    boolean isOfQuality(double least) {
        return inner.size() >= LEAST_COUNT && quality(inner) >= least;
    }

    /** Diameter of a typical larger one, in source pixels; nothing where there is none. */
    OptionalDouble outerDiameter() {
        return diameter(outer);
    }

    /** Likewise of one in them. */
    OptionalDouble innerDiameter() {
        return diameter(inner);
    }

    /** Mean of the scores of objects, weighted by themselves; 0 if there is none. */
    private static double quality(List<Look.Seen> objects) {
        return Scores.typical(objects, Look.Seen::score);
    }

    /** Median diameter of objects, weighted by their scores, in source pixels. */
    private static OptionalDouble diameter(List<Look.Seen> objects) {
        List<Look.Seen> bySize =
                objects.stream().sorted(Comparator.comparingDouble(Look.Seen::diameter)).toList();
        double rest = sum(objects) / 2;
        for (Look.Seen object : bySize) {
            rest -= object.score();
            if (rest <= 0) {
                return OptionalDouble.of(object.diameter());
            }
        }
        return OptionalDouble.empty();
    }

    private static double medianArea(List<Look.Seen> objects) {
        double[] areas = objects.stream().mapToDouble(o -> o.box().area()).sorted().toArray();
        return areas.length == 0 ? 0 : areas[areas.length / 2];
    }

    private static double sum(List<Look.Seen> objects) {
        return objects.stream().mapToDouble(Look.Seen::score).sum();
    }

    private static double shown(Box box, List<Region> parts) {
        return parts.stream().mapToDouble(part -> box.intersection(part.toBox()).area()).sum();
    }

    private static boolean holds(Look.Seen outer, Look.Seen inner, double smaller) {
        Box box = inner.box();
        return box.area() <= smaller * outer.box().area()
                && box.intersection(outer.box()).area() >= HELD * box.area();
    }
}
