package sc.fiji.fastsam.mask;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.BoxIndex;

/**
 * Which objects of a plane lie in which, where the plane has several levels: an object's parent is
 * the smallest clearly larger one that holds at least 80 % of it. Of several that are equally small
 * it is the one that holds most of it, then the one with the better score, then the first.
 */
public final class Nesting {

    /** An object without a parent. */
    public static final int NONE = -1;

    /** Share of an object's pixels that its parent holds. */
    private static final double HELD = 0.8;

    /** Area of a parent, at least so many times that of the object. */
    private static final double LARGER = 1.5;

    private final int[] parents;
    private final int[] children;
    private final boolean[] large;

    private Nesting(int[] parents, boolean[] large) {
        this.parents = parents;
        this.large = large;
        this.children = new int[parents.length];
        Arrays.stream(parents).filter(parent -> parent != NONE).forEach(p -> children[p]++);
    }

    /** Of a plane of one level no object has a parent. */
    public static Nesting of(Segmentation segmentation) {
        List<RunSummary.Level> levels = segmentation.summary().sizes().levels();
        return levels.size() > 1
                ? of(segmentation.objects(), levels.get(levels.size() - 2).leastDiameter())
                : of(List.of(), 0);
    }

    /**
     * Of objects of several levels.
     *
     * @param leastDiameter of objects that are not of the smallest level, in source pixels
     */
    public static Nesting of(List<SegmentedObject> objects, double leastDiameter) {
        boolean[] large = new boolean[objects.size()];
        int[] parents = new int[objects.size()];
        BoxIndex index = BoxIndex.of(objects.stream().map(Nesting::bounds).toList());
        for (int i = 0; i < parents.length; i++) {
            parents[i] = parent(i, objects, index);
            large[i] = objects.get(i).diameter() >= leastDiameter;
        }
        return new Nesting(parents, large);
    }

    private static int parent(int child, List<SegmentedObject> objects, BoxIndex index) {
        Mask mask = objects.get(child).mask();
        Holder[] best = {Holder.NOTHING};
        index.anyMatch(
                bounds(objects.get(child)),
                0,
                i -> {
                    SegmentedObject other = objects.get(i);
                    // NB: the overlap takes longest, so it is counted of few.
                    if (other.mask().area() <= best[0].area
                            && other.mask().area() >= LARGER * mask.area()) {
                        Holder holder = Holder.of(i, other, mask);
                        boolean holds = holder.held >= HELD * mask.area();
                        best[0] = holds && holder.isBefore(best[0]) ? holder : best[0];
                    }
                    return false;
                });
        return best[0].index;
    }

    /** What may be the parent of an object, by its area and the pixels that it holds of it. */
    private record Holder(int index, long area, long held, double score) {

        static final Holder NOTHING = new Holder(NONE, Long.MAX_VALUE, 0, 0);

        static final Comparator<Holder> BEST_FIRST =
                Comparator.comparingLong(Holder::area)
                        .thenComparing(Comparator.comparingLong(Holder::held).reversed())
                        .thenComparing(Comparator.comparingDouble(Holder::score).reversed())
                        .thenComparingInt(Holder::index);

        static Holder of(int index, SegmentedObject object, Mask child) {
            Mask mask = object.mask();
            return new Holder(index, mask.area(), mask.intersectionArea(child), object.score());
        }

        boolean isBefore(Holder other) {
            return BEST_FIRST.compare(this, other) < 0;
        }
    }

    private static Box bounds(SegmentedObject object) {
        return object.mask().bounds().toBox();
    }

    /** Place of an object's parent among the objects, or {@link #NONE}. */
    public int parent(int object) {
        return object < parents.length ? parents[object] : NONE;
    }

    /** Number of the objects whose parent an object is. */
    public int children(int object) {
        return object < children.length ? children[object] : 0;
    }

    /** True when an object holds others, or lies in none and is as large as those that do. */
    public boolean isOuter(int object) {
        return children(object) > 0
                || parent(object) == NONE && object < large.length && large[object];
    }
}
