package sc.fiji.fastsam.imagej.roi;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.function.BiConsumer;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.image.SmallPlane;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Pictures of outlines on the image as the network saw it. Needs no display. */
public final class OverlayPicture {

    /** Longer side per pixel of line width. */
    private static final float SIDE_PER_WIDTH = 750;

    private static final float MIN_WIDTH = 1.5f;

    /** Longest side of a picture. */
    private static final int LONGEST = 4096;

    private OverlayPicture() {}

    /** The size of an image's picture: the image's, or smaller where that is longer than 4096. */
    public static Size size(Size image) {
        double factor = Math.min(1, LONGEST / (double) image.longSide());
        return new Size(
                (int) Math.max(1, Math.round(image.width() * factor)),
                (int) Math.max(1, Math.round(image.height() * factor)));
    }

    /**
     * Draws the outlines in the colors of the labels, on a {@link Casing}.
     *
     * @param plane of the image
     * @param labels of the objects, in their order
     * @return a picture of {@link #size}, without alpha
     */
    public static BufferedImage create(
            RgbPlane plane,
            List<SegmentedObject> objects,
            List<Integer> labels,
            ObjectColors colors) {
        Size image = plane.size();
        Size shown = size(image);
        BufferedImage picture = toImage(SmallPlane.of(plane, shown));
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        float width = Math.max(MIN_WIDTH, image.longSide() / SIDE_PER_WIDTH);
        if (!shown.equals(image)) {
            // NB: objects are small there; lines are one pixel of the picture wide.
            width = (float) image.longSide() / shown.longSide();
            g.scale(
                    (double) shown.width() / image.width(),
                    (double) shown.height() / image.height());
        }
        Outlines outlines = Outlines.of(objects);
        g.setStroke(new BasicStroke(Casing.under(width)));
        g.setColor(Casing.COLOR);
        outlines.forEach((i, outline) -> g.draw(outline));
        g.setStroke(new BasicStroke(width));
        outlines.forEach(
                (i, outline) -> {
                    g.setColor(colors.of(labels.get(i)));
                    g.draw(outline);
                });
        g.dispose();
        return picture;
    }

    /** Outlines of many objects: kept, or traced again each time where they are too many. */
    private record Outlines(List<SegmentedObject> objects, List<Path2D> kept) {

        private static final int MOST_KEPT = 20_000;

        static Outlines of(List<SegmentedObject> objects) {
            return new Outlines(
                    objects,
                    objects.size() > MOST_KEPT
                            ? List.of()
                            : objects.stream().map(Outlines::trace).toList());
        }

        void forEach(BiConsumer<Integer, Path2D> consumer) {
            for (int i = 0; i < objects.size(); i++) {
                consumer.accept(i, kept.isEmpty() ? trace(objects.get(i)) : kept.get(i));
            }
        }

        private static Path2D trace(SegmentedObject object) {
            return MaskRois.path(BorderTracer.trace(object.mask()));
        }
    }

    private static BufferedImage toImage(RgbImage planes) {
        Size size = planes.size();
        BufferedImage picture =
                new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        int[] rgb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] =
                    to8Bit(planes.red()[i]) << 16
                            | to8Bit(planes.green()[i]) << 8
                            | to8Bit(planes.blue()[i]);
        }
        return picture;
    }

    private static int to8Bit(float value) {
        return Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
