package sc.fiji.fastsam.imagej.measure;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import sc.fiji.fastsam.concurrent.AtOnce;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Measures the objects of a plane. */
public final class MeasuredObjects {

    /** Objects of a plane that is read in parts which are measured on one thread. */
    private static final int PART = 1000;

    private static final int MOST_PARTS = 4;

    private MeasuredObjects() {}

    /**
     * Measures of each object on the original pixels, in their order.
     *
     * @param objects in the order of their labels, 1 first; inside the plane
     */
    public static List<MeasuredObject> of(List<SegmentedObject> objects, MeasuredPlane plane) {
        return of(
                objects,
                IntStream.rangeClosed(1, objects.size()).boxed().toList(),
                plane,
                List.of());
    }

    /**
     * As above, by labels of their own, and with the values of further channels.
     *
     * @param labels of the objects, in their order
     * @param further of the same slice and frame
     */
    public static List<MeasuredObject> of(
            List<SegmentedObject> objects,
            List<Integer> labels,
            MeasuredPlane measured,
            List<MeasuredChannel> further) {
        if (objects.isEmpty()) {
            return List.of();
        }
        IntFunction<Roi> rois = ObjectRois.each(objects, labels, measured.place());
        List<MeasuredObject> rows =
                each(
                        objects,
                        measured,
                        (i, plane) ->
                                MeasuredObject.of(
                                        labels.get(i), objects.get(i), rois.apply(i), plane));
        List<List<ObjectMeasures>> values =
                further.stream().map(channel -> values(objects, channel.plane())).toList();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).withChannels(channels(further, values, i)))
                .toList();
    }

    private static List<ObjectMeasures> values(
            List<SegmentedObject> objects, MeasuredPlane channel) {
        return each(
                objects,
                channel,
                (i, plane) -> ObjectMeasures.ofValues(objects.get(i).mask(), plane));
    }

    private static List<ChannelMeasures> channels(
            List<MeasuredChannel> channels, List<List<ObjectMeasures>> values, int object) {
        return IntStream.range(0, channels.size())
                .mapToObj(
                        c -> new ChannelMeasures(channels.get(c).name(), values.get(c).get(object)))
                .toList();
    }

    /** Measures an object by its place in the list. */
    private interface Measurer<T> {
        T measure(int object, MeasuredPlane plane);
    }

    /** NB: one plane after the other, so that no more than one of a virtual stack is in memory. */
    private static <T> List<T> each(
            List<SegmentedObject> objects, MeasuredPlane measured, Measurer<T> measurer) {
        List<T> results = new ArrayList<>(Collections.nCopies(objects.size(), null));
        int block = measured.pixels().block();
        int[] order = order(objects, block);
        int parts = block == 0 ? 1 : 1 + Math.min(MOST_PARTS - 1, order.length / PART);
        AtOnce.parts(
                parts,
                part -> {
                    MeasuredPlane plane = measured.opened();
                    int to = (int) ((part + 1L) * order.length / parts);
                    for (int k = (int) ((long) part * order.length / parts); k < to; k++) {
                        results.set(order[k], measurer.measure(order[k], plane));
                    }
                });
        return results;
    }

    /** So that objects in one block come one after the other. */
    private static int[] order(List<SegmentedObject> objects, int block) {
        IntStream all = IntStream.range(0, objects.size());
        if (block == 0) {
            return all.toArray();
        }
        Comparator<Integer> byRow =
                Comparator.comparingInt(i -> objects.get(i).mask().bounds().y() / block);
        return all.boxed()
                .sorted(byRow.thenComparingInt(i -> objects.get(i).mask().bounds().x()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
