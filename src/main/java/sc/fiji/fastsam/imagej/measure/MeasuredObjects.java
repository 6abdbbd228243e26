package sc.fiji.fastsam.imagej.measure;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
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
        List<Roi> rois = ObjectRois.create(objects, plane.place());
        List<MeasuredObject> rows = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            rows.add(MeasuredObject.of(i + 1, objects.get(i), rois.get(i), plane));
        }
        return rows;
    }
}
