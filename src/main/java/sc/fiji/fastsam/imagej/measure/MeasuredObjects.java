package sc.fiji.fastsam.imagej.measure;

import ij.gui.Roi;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Measures the objects of a plane. */
public final class MeasuredObjects {

    private MeasuredObjects() {}

    /**
     * Measures of each object on the original pixels, in their order.
     *
     * @param objects in the order of their labels, 1 first; inside the plane
     */
    public static List<MeasuredObject> of(List<SegmentedObject> objects, MeasuredPlane plane) {
        return of(objects, IntStream.rangeClosed(1, objects.size()).boxed().toList(), plane);
    }

    /**
     * As above, by labels of their own.
     *
     * @param labels of the objects, in their order
     */
    public static List<MeasuredObject> of(
            List<SegmentedObject> objects, List<Integer> labels, MeasuredPlane measured) {
        if (objects.isEmpty()) {
            return List.of();
        }
        MeasuredPlane plane = measured.opened();
        IntFunction<Roi> rois = ObjectRois.each(objects, labels, plane.place());
        MeasuredObject[] rows = new MeasuredObject[objects.size()];
        order(objects, plane.pixels().block())
                .forEach(
                        i ->
                                rows[i] =
                                        MeasuredObject.of(
                                                labels.get(i),
                                                objects.get(i),
                                                rois.apply(i),
                                                plane));
        return List.of(rows);
    }

    /** So that objects in one block come one after the other. */
    private static IntStream order(List<SegmentedObject> objects, int block) {
        IntStream all = IntStream.range(0, objects.size());
        if (block == 0) {
            return all;
        }
        Comparator<Integer> byRow =
                Comparator.comparingInt(i -> objects.get(i).mask().bounds().y() / block);
        return all.boxed()
                .sorted(byRow.thenComparingInt(i -> objects.get(i).mask().bounds().x()))
                .mapToInt(Integer::intValue);
    }
}
