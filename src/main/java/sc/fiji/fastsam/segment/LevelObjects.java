package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Nesting;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * The objects of a plane's levels, put together.
 *
 * @param levels at which the plane was segmented; fewer than were looked for where their objects do
 *     not lie in one another
 * @param objects that are left
 * @param leastScores that objects needed, one a level
 */
record LevelObjects(Levels levels, FinalObjects objects, List<Double> leastScores) {

    /** A level takes objects that are beyond its limits of size by this factor. */
    private static final double SLACK = 1.25;

    /** Least share of the smaller objects that must lie in larger ones. */
    private static final double INSIDE = 0.65;

    /** Likewise where so many of the larger ones hold some: some cells are missed then. */
    private static final double INSIDE_HOLDING = 0.5;

    private static final double HOLDING = 0.6;

    /**
     * Takes from each level the objects of its size, and of all levels but one none where these do
     * not lie in one another.
     *
     * @param found of each level, in no particular order
     */
    static LevelObjects of(
            Levels levels,
            List<List<SegmentedObject>> found,
            Size plane,
            SegmentationSettings settings) {
        List<SureObjects> sure =
                found.stream().map(level -> SureObjects.of(level, settings.detection())).toList();
        if (levels.count() > 1) {
            List<List<SegmentedObject>> each = sure.stream().map(SureObjects::objects).toList();
            FinalObjects all = FinalObjects.of(ofSizes(levels, each), plane, settings);
            if (levels.sure() || areNested(levels, all)) {
                return new LevelObjects(
                        levels, all, sure.stream().map(SureObjects::least).toList());
            }
        }
        SureObjects main = sure.get(levels.main());
        return new LevelObjects(
                levels.withoutOthers(),
                FinalObjects.of(main.objects(), plane, settings),
                List.of(main.least()));
    }

    private static List<SegmentedObject> ofSizes(Levels levels, List<List<SegmentedObject>> found) {
        List<SegmentedObject> all = new ArrayList<>();
        double most = Double.POSITIVE_INFINITY;
        for (int i = 0; i < found.size(); i++) {
            double least = levels.leastDiameter(i);
            double below = most * SLACK;
            found.get(i).stream()
                    .filter(o -> o.diameter() >= least / SLACK && o.diameter() < below)
                    .forEach(all::add);
            most = least;
        }
        return all;
    }

    private static boolean areNested(Levels levels, FinalObjects all) {
        double below = levels.leastDiameter(levels.count() - 2);
        Nesting nesting = Nesting.of(all.objects(), below);
        int small = 0;
        int inside = 0;
        int large = 0;
        int holding = 0;
        for (int i = 0; i < all.objects().size(); i++) {
            if (all.objects().get(i).diameter() < below) {
                small++;
                inside += nesting.parent(i) == Nesting.NONE ? 0 : 1;
            } else {
                large++;
                holding += nesting.children(i) == 0 ? 0 : 1;
            }
        }
        return inside > (holding >= HOLDING * large ? INSIDE_HOLDING : INSIDE) * small;
    }

    /** Scales and typical diameters. */
    RunSummary.Sizes sizes() {
        List<RunSummary.Level> all = new ArrayList<>();
        for (int i = 0; i < levels.count(); i++) {
            all.add(
                    new RunSummary.Level(
                            levels.scale(i).gain(),
                            leastScores.get(i),
                            levels.leastDiameter(i),
                            OptionalDouble.empty()));
        }
        return new RunSummary.Sizes(all).with(objects.objects());
    }
}
