package sc.fiji.fastsam.mask;

import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.settings.ObjectSettings;

/** Drops objects by their area and by whether they touch the image's border. */
public final class ObjectFilter {

    private ObjectFilter() {}

    /**
     * The objects within the limits, in their order.
     *
     * @param plane size of the image, in source pixels
     */
    public static List<SegmentedObject> filter(
            List<SegmentedObject> objects, Size plane, ObjectSettings settings) {
        return objects.stream()
                .filter(object -> fits(object.mask(), settings))
                .filter(object -> !settings.excludeBorder() || !touchesBorder(object, plane))
                .toList();
    }

    private static boolean fits(Mask mask, ObjectSettings settings) {
        return mask.area() >= settings.minArea()
                && (settings.maxArea() == 0 || mask.area() <= settings.maxArea());
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
