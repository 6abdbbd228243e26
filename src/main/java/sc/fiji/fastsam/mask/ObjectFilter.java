package sc.fiji.fastsam.mask;

import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.settings.ObjectLimits;

/** Drops objects by their area and by whether they touch the image's border. */
public final class ObjectFilter {

    private ObjectFilter() {}

    /**
     * The objects within the limits, in their order.
     *
     * @param plane size of the image, in source pixels
     */
    public static List<SegmentedObject> filter(
            List<SegmentedObject> objects, Size plane, ObjectLimits limits) {
        return objects.stream()
                .filter(object -> fits(object.mask(), limits))
                .filter(object -> !limits.excludeBorder() || !touchesBorder(object, plane))
                .toList();
    }

    private static boolean fits(Mask mask, ObjectLimits limits) {
        return mask.area() >= limits.minArea()
                && (limits.maxArea() == 0 || mask.area() <= limits.maxArea());
    }

    /** True when a pixel of the object lies in the outermost rows or columns of the image. */
    public static boolean touchesBorder(SegmentedObject object, Size plane) {
        Region bounds = object.mask().bounds();
        return bounds.x() <= 0
                || bounds.y() <= 0
                || bounds.xEnd() >= plane.width()
                || bounds.yEnd() >= plane.height();
    }
}
