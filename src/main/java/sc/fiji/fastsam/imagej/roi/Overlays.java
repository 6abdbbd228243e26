package sc.fiji.fastsam.imagej.roi;

import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.List;
import sc.fiji.fastsam.imagej.LabelColors;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Objects as ImageJ overlays. */
public final class Overlays {

    private Overlays() {}

    /**
     * The regions of {@link ObjectRois}, outlined in the colors of their labels, in no group.
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
        int label = 1;
        for (Roi roi : ObjectRois.create(objects, place)) {
            // NB: read from a file, a region of a group has the group's color, not its own.
            roi.setGroup(0);
            roi.setStrokeColor(LabelColors.of(label++));
            overlay.add(roi);
        }
    }
}
