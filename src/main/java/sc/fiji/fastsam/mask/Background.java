package sc.fiji.fastsam.mask;

import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/** What lies round the objects, where a network takes it for one. */
public final class Background {

    /** Width of a plane's margin, as a share of its shorter side. */
    private static final double MARGIN = 0.05;

    /** Share of the margin that no object covers; the most of those of 2600 images have 0.22. */
    private static final double MOST = 0.5;

    private Background() {}

    /**
     * The objects, in their order, without any that covers half of the plane's margin.
     *
     * @param plane size of the image, in source pixels
     */
    public static List<SegmentedObject> leftOut(List<SegmentedObject> objects, Size plane) {
        int margin = (int) Math.ceil(MARGIN * Math.min(plane.width(), plane.height()));
        Region inner =
                new Region(
                        margin,
                        margin,
                        Math.max(0, plane.width() - 2 * margin),
                        Math.max(0, plane.height() - 2 * margin));
        double most = MOST * (plane.area() - inner.area());
        return objects.stream()
                .filter(o -> o.mask().area() - o.mask().areaIn(inner) < most)
                .toList();
    }
}
