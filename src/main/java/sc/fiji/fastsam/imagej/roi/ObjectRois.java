package sc.fiji.fastsam.imagej.roi;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Regions of the objects of one plane. */
public final class ObjectRois {

    /** ImageJ's group of the regions made here, so that the user's own are told apart. */
    public static final int GROUP = 1;

    private ObjectRois() {}

    /**
     * One region an object, in their order: named by label and score as "0001-0.93" (in stacks
     * "0003-0001-0.93", the stack's index first), in {@link #GROUP}, at its place.
     *
     * @param objects in the order of their labels, 1 first
     */
    public static List<Roi> create(List<SegmentedObject> objects, RoiPlace place) {
        List<Roi> rois = new ArrayList<>(objects.size());
        String format = place.prefix() + "%0" + digits(objects.size()) + "d-%.2f";
        for (SegmentedObject object : objects) {
            Roi roi = MaskRois.toRoi(object.mask());
            roi.setName(String.format(Locale.ROOT, format, rois.size() + 1, object.score()));
            RoiGroups.set(roi, GROUP);
            place.applyTo(roi);
            rois.add(roi);
        }
        return rois;
    }

    private static int digits(int count) {
        return Math.max(4, Integer.toString(count).length());
    }
}
