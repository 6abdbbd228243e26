package sc.fiji.fastsam.imagej.roi;

import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;

/** Masks to ImageJ's regions of interest and back, equal to the pixel. */
public final class MaskRois {

    private MaskRois() {}

    /**
     * The region that covers a mask's pixels: a traced one for a mask in one piece without holes,
     * else a composite one.
     *
     * @throws IllegalArgumentException if the mask is empty, which no region can be
     */
    public static Roi toRoi(Mask mask) {
        return toRoi(BorderTracer.trace(mask));
    }

    static Roi toRoi(List<Border> borders) {
        if (borders.isEmpty()) {
            throw new IllegalArgumentException(
                    "A mask must have a pixel to become a region, but was empty.");
        }
        Border first = borders.get(0);
        Roi roi =
                borders.size() == 1
                        // NB: a traced PolygonRoi keeps the arrays and makes them relative.
                        ? new TracedOutline(first.x().clone(), first.y().clone())
                        : new ShapeOutline(path(borders));
        // NB: new regions carry the user's default group.
        roi.setGroup(0);
        return roi;
    }

    /** The pixels of an area region, also those outside of any image; empty for lines, points. */
    public static Mask toMask(Roi roi) {
        if (!roi.isArea()) {
            return Mask.ofRegion(new Region(0, 0, 0, 0));
        }
        Region bounds = bounds(roi);
        ImageProcessor pixels = roi.getMask();
        return pixels == null ? Mask.ofRegion(bounds) : toMask(bounds, pixels);
    }

    /** The bounds of a region in whole pixels, also outside of any image. */
    public static Region bounds(Roi roi) {
        Rectangle r = roi.getBounds();
        return new Region(r.x, r.y, r.width, r.height);
    }

    private static Mask toMask(Region bounds, ImageProcessor pixels) {
        MaskBuilder builder = new MaskBuilder(bounds);
        for (int y = 0; y < bounds.height(); y++) {
            for (int x = 0; x < bounds.width(); x++) {
                if (pixels.get(x, y) != 0) {
                    builder.add(bounds.x() + x, bounds.y() + y);
                }
            }
        }
        return builder.toMask();
    }

    /** All borders as one shape, filled by the even-odd rule. */
    static Path2D path(List<Border> borders) {
        Path2D path = new Path2D.Float(Path2D.WIND_EVEN_ODD);
        borders.forEach(border -> border.appendTo(path));
        return path;
    }
}
