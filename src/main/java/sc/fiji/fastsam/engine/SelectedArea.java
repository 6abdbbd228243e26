package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * The part of a plane that is segmented.
 *
 * @param plane size of the whole plane
 * @param bounds the part that the network reads, inside the plane
 * @param shape pixels of a selection that is no rectangle, row-major within the bounds, 0 =
 *     outside; null when all of the bounds belong to it
 * @param note what the user should know, empty for nothing
 */
record SelectedArea(Size plane, Region bounds, byte[] shape, String note) {

    /** The whole plane. */
    static SelectedArea whole(Size plane, String note) {
        return new SelectedArea(plane, Region.of(plane), null, note);
    }

    /**
     * The image's selection if it encloses an area, else the whole plane.
     *
     * @throws IllegalArgumentException if the selection lies outside of the image
     */
    static SelectedArea of(ImagePlus image, boolean inSelection) {
        Size plane = new Size(image.getWidth(), image.getHeight());
        Roi roi = inSelection ? image.getRoi() : null;
        if (roi == null) {
            return whole(plane, "");
        }
        if (!roi.isArea()) {
            return whole(
                    plane,
                    "The selection ("
                            + roi.getTypeAsString().toLowerCase(Locale.ROOT)
                            + ") encloses no area: the whole image was segmented.");
        }
        Rectangle r = roi.getBounds();
        Region bounds = new Region(r.x, r.y, r.width, r.height).intersection(Region.of(plane));
        if (bounds.isEmpty()) {
            throw new IllegalArgumentException(
                    "The selection of \""
                            + image.getTitle()
                            + "\" lies outside of the image. Move it, or remove it with Edit >"
                            + " Selection > Select None.");
        }
        return new SelectedArea(plane, bounds, shape(roi, r, bounds), "");
    }

    private static byte[] shape(Roi roi, Rectangle r, Region bounds) {
        ImageProcessor mask = roi.getMask();
        if (mask == null) {
            return null;
        }
        byte[] shape = new byte[bounds.width() * bounds.height()];
        for (int y = 0; y < bounds.height(); y++) {
            for (int x = 0; x < bounds.width(); x++) {
                int value = mask.get(x + bounds.x() - r.x, y + bounds.y() - r.y);
                shape[y * bounds.width() + x] = (byte) value;
            }
        }
        return shape;
    }

    /** What the user should know, each a sentence; mostly empty. */
    List<String> remarks() {
        return note.isEmpty() ? List.of() : List.of(note);
    }

    boolean isWholePlane() {
        return bounds.equals(Region.of(plane));
    }

    /**
     * Objects of the bounds as objects of the plane. Of a selection that is no rectangle only those
     * with more than half of their pixels inside.
     */
    Segmentation toPlane(Segmentation part) {
        List<SegmentedObject> objects = new ArrayList<>();
        for (SegmentedObject object : part.objects()) {
            if (belongs(object.mask())) {
                objects.add(
                        new SegmentedObject(
                                object.mask().translate(bounds.x(), bounds.y()),
                                object.boxInSource().translate(bounds.x(), bounds.y()),
                                object.score()));
            }
        }
        return new Segmentation(plane, objects, part.summary());
    }

    private boolean belongs(Mask mask) {
        if (shape == null) {
            return true;
        }
        int[] inside = {0};
        mask.forEachRun(
                (y, x0, x1) -> {
                    for (int x = x0; x < x1; x++) {
                        inside[0] += shape[y * bounds.width() + x] != 0 ? 1 : 0;
                    }
                });
        return 2L * inside[0] > mask.area();
    }
}
