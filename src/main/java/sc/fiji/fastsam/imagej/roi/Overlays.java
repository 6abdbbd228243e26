package sc.fiji.fastsam.imagej.roi;

import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Objects as ImageJ overlays. */
public final class Overlays {

    private Overlays() {}

    /**
     * The regions of {@link ObjectRois}, outlined in colors by place, in no group.
     *
     * @param objects in the order of their labels, 1 first
     */
    public static Overlay create(List<SegmentedObject> objects, RoiPlace place) {
        Overlay overlay = new Overlay();
        addTo(overlay, objects, place);
        return overlay;
    }

    /** Adds the same regions to an overlay, which keeps what it has. */
    public static void addTo(Overlay overlay, List<SegmentedObject> objects, RoiPlace place) {
        addTo(overlay, objects, place, OwnRois.EVERYTHING);
    }

    /** Likewise, marked with what they were made for: see {@link OwnRois}. */
    public static void addTo(
            Overlay overlay, List<SegmentedObject> objects, RoiPlace place, String kind) {
        ObjectColors colors = ObjectColors.byPlace(objects);
        List<Integer> labels = IntStream.rangeClosed(1, objects.size()).boxed().toList();
        addTo(overlay, ObjectRois.create(objects, labels, place), labels, colors, kind);
    }

    /**
     * Adds regions, outlined in the colors of their labels, in no group.
     *
     * @param labels of the regions, in their order
     */
    public static void addTo(
            Overlay overlay,
            List<Roi> rois,
            List<Integer> labels,
            ObjectColors colors,
            String kind) {
        Iterator<Integer> label = labels.iterator();
        for (Roi roi : rois) {
            // NB: read from a file, a region of a group has the group's color, not its own.
            roi.setGroup(0);
            roi.setStrokeColor(colors.of(label.next()));
            OwnRois.mark(roi, kind);
            overlay.add(roi);
        }
    }
}
