package sc.fiji.fastsam.opencv;

import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.imgproc.Imgproc;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * Cleans masks: closes gaps and opens bridges narrower than a share of the object, drops fragments
 * and fills holes that are small beside it. Masks stay inside their bounds, those of objects cut by
 * the image's border keep their pixels there. Thread-safe.
 */
public final class MaskSmoother {

    /** Radius of the structuring element as a share of the object's mean half width. */
    private static final double RADIUS_SHARE = 0.12;

    private static final int MAX_RADIUS = 8;

    /** Parts smaller than this share of the mask are dropped. */
    private static final double FRAGMENT_SHARE = 0.1;

    /** Holes smaller than this share of the mask are filled. */
    private static final double HOLE_SHARE = 0.03;

    /** A mask is left as it is if less than this share of it would stay. */
    private static final double LEAST_KEPT = 0.75;

    private MaskSmoother() {}

    /**
     * The objects with clean masks, in their order.
     *
     * @param plane size of the image, in source pixels
     * @throws OpenCvException if OpenCV's natives cannot be loaded
     */
    public static List<SegmentedObject> smooth(List<SegmentedObject> objects, Size plane) {
        return objects.stream()
                .map(o -> new SegmentedObject(smooth(o.mask(), plane), o.boxInSource(), o.score()))
                .toList();
    }

    /**
     * A clean mask, never empty unless the given one is. One whose bounds have more pixels than an
     * array holds stays as it is.
     *
     * @param plane size of the image, in source pixels
     * @throws OpenCvException if OpenCV's natives cannot be loaded
     */
    public static Mask smooth(Mask mask, Size plane) {
        if (mask.isEmpty() || !PaddedRaster.fits(mask, 2 * MAX_RADIUS + 1)) {
            return mask;
        }
        OpenCv.load();
        int radius = radiusFor(mask);
        PaddedRaster raster = PaddedRaster.of(mask, plane, 2 * radius + 1);
        try {
            if (radius > 0) {
                closeAndOpen(raster.padded(), radius);
            }
            Parts.dropSmall(raster.inside(), FRAGMENT_SHARE * mask.area());
            Parts.fillSmall(raster.inside(), HOLE_SHARE * mask.area());
            Mask clean = raster.toMask();
            return clean.area() < LEAST_KEPT * mask.area() ? mask : clean;
        } finally {
            raster.release();
        }
    }

    /** 0 for objects that are small or thin: there is nothing to smooth without loss. */
    static int radiusFor(Mask mask) {
        double halfWidth = 2.0 * mask.area() / Contour.length(mask);
        return (int) Math.min(MAX_RADIUS, RADIUS_SHARE * halfWidth);
    }

    private static void closeAndOpen(Mat raster, int radius) {
        org.opencv.core.Size size = new org.opencv.core.Size(2 * radius + 1, 2 * radius + 1);
        Mat disc = Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, size);
        try {
            Point center = new Point(-1, -1);
            Imgproc.morphologyEx(raster, raster, Imgproc.MORPH_CLOSE, disc, center, 1);
            Imgproc.morphologyEx(raster, raster, Imgproc.MORPH_OPEN, disc, center, 1);
        } finally {
            disc.release();
        }
    }
}
