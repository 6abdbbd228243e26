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
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Rings;
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
                new PlaneMeasuring(plane),
                List.of());
    }

    /**
     * As above, by labels of their own, with further channels and rings.
     *
     * @param labels of the objects, in their order
     * @param others that lie in the plane too: their pixels are in no ring
     */
    public static List<MeasuredObject> of(
            List<SegmentedObject> objects,
            List<Integer> labels,
            PlaneMeasuring what,
            List<SegmentedObject> others) {
        if (objects.isEmpty()) {
            return List.of();
        }
        IntFunction<Roi> rois = ObjectRois.each(objects, labels, what.plane().place());
        List<Mask> masks = objects.stream().map(SegmentedObject::mask).toList();
        List<MeasuredObject> rows =
                each(
                        masks,
                        what.plane(),
                        (i, plane) ->
                                MeasuredObject.of(
                                        labels.get(i), objects.get(i), rois.apply(i), plane));
        List<Values> besides = besides(objects, masks, what, others);
        return IntStream.range(0, rows.size())
                .mapToObj(
                        i -> rows.get(i).withChannels(besides.stream().map(v -> v.of(i)).toList()))
                .toList();
    }

    /** Further channels, then rings in the active one and in these. */
    private static List<Values> besides(
            List<SegmentedObject> objects,
            List<Mask> masks,
            PlaneMeasuring what,
            List<SegmentedObject> others) {
        List<Values> all = new ArrayList<>();
        for (MeasuredChannel channel : what.channels()) {
            all.add(Values.of(channel.name(), masks, channel.plane()));
        }
        if (what.ring() > 0) {
            List<SegmentedObject> around = new ArrayList<>(objects);
            around.addAll(others);
            List<Mask> rings =
                    Rings.of(around, what.plane().size(), what.ring()).subList(0, objects.size());
            all.add(Values.of(ChannelName.ofRing(), rings, what.plane()));
            for (MeasuredChannel channel : what.channels()) {
                all.add(Values.of(channel.name().inRing(), rings, channel.plane()));
            }
        }
        return all;
    }

    /**
     * Values of all objects under a name.
     *
     * @param measures of each object, in their order
     */
    private record Values(ChannelName name, List<ObjectMeasures> measures) {

        static Values of(ChannelName name, List<Mask> masks, MeasuredPlane channel) {
            return new Values(
                    name,
                    each(
                            masks,
                            channel,
                            (i, plane) -> ObjectMeasures.ofValues(masks.get(i), plane)));
        }

        ChannelMeasures of(int object) {
            return new ChannelMeasures(name, measures.get(object));
        }
    }

    /** Measures an object by its place in the list. */
    private interface Measurer<T> {
        T measure(int object, MeasuredPlane plane);
    }

    /** NB: one plane after the other, so that no more than one of a virtual stack is in memory. */
    private static <T> List<T> each(
            List<Mask> masks, MeasuredPlane measured, Measurer<T> measurer) {
        List<T> results = new ArrayList<>(Collections.nCopies(masks.size(), null));
        int block = measured.pixels().block();
        int[] order = order(masks, block);
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
    private static int[] order(List<Mask> masks, int block) {
        IntStream all = IntStream.range(0, masks.size());
        if (block == 0) {
            return all.toArray();
        }
        Comparator<Integer> byRow = Comparator.comparingInt(i -> masks.get(i).bounds().y() / block);
        return all.boxed()
                .sorted(byRow.thenComparingInt(i -> masks.get(i).bounds().x()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
