package sc.fiji.fastsam.imagej.roi;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Pictures of outlines on the image as the network saw it. Needs no display. */
public final class OverlayPicture {

    /** Longer side per pixel of line width. */
    private static final float SIDE_PER_WIDTH = 750;

    private static final float MIN_WIDTH = 1.5f;

    private OverlayPicture() {}

    /**
     * Draws the outlines in the colors of the labels, on a {@link Casing}.
     *
     * @param planes of the image
     * @param labels of the objects, in their order
     * @return a picture of the size of the image, without alpha
     */
    public static BufferedImage create(
            RgbImage planes,
            List<SegmentedObject> objects,
            List<Integer> labels,
            ObjectColors colors) {
        BufferedImage picture = toImage(planes);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        float width = Math.max(MIN_WIDTH, planes.size().longSide() / SIDE_PER_WIDTH);
        List<Path2D> outlines =
                objects.stream().map(o -> MaskRois.path(BorderTracer.trace(o.mask()))).toList();
        g.setStroke(new BasicStroke(Casing.under(width)));
        g.setColor(Casing.COLOR);
        outlines.forEach(g::draw);
        g.setStroke(new BasicStroke(width));
        for (int i = 0; i < outlines.size(); i++) {
            g.setColor(colors.of(labels.get(i)));
            g.draw(outlines.get(i));
        }
        g.dispose();
        return picture;
    }

    private static BufferedImage toImage(RgbImage planes) {
        Size size = planes.size();
        int[] rgb = new int[planes.red().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] =
                    to8Bit(planes.red()[i]) << 16
                            | to8Bit(planes.green()[i]) << 8
                            | to8Bit(planes.blue()[i]);
        }
        BufferedImage picture =
                new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        picture.getRaster().setDataElements(0, 0, size.width(), size.height(), rgb);
        return picture;
    }

    private static int to8Bit(float value) {
        return Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
