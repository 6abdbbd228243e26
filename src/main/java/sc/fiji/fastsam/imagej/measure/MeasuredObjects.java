package sc.fiji.fastsam.imagej.measure;

import ij.gui.Roi;
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
        MeasuredObject[] rows = new MeasuredObject[objects.size()];
        int block = measured.pixels().block();
        int[] order = order(objects, block);
        int parts = block == 0 ? 1 : 1 + Math.min(MOST_PARTS - 1, order.length / PART);
        AtOnce.parts(
                parts,
                part -> {
                    MeasuredPlane plane = measured.opened();
                    List<MeasuredChannel> channels =
                            further.stream().map(MeasuredChannel::opened).toList();
                    int to = (int) ((part + 1L) * order.length / parts);
                    for (int k = (int) ((long) part * order.length / parts); k < to; k++) {
                        int i = order[k];
                        SegmentedObject object = objects.get(i);
                        rows[i] =
                                MeasuredObject.of(labels.get(i), object, rois.apply(i), plane)
                                        .withChannels(values(object, channels));
                    }
                });
        return List.of(rows);
    }

    private static List<ChannelMeasures> values(
            SegmentedObject object, List<MeasuredChannel> channels) {
        return channels.stream()
                .map(
                        channel ->
                                new ChannelMeasures(
                                        channel.name(),
                                        ObjectMeasures.ofValues(object.mask(), channel.plane())))
                .toList();
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
