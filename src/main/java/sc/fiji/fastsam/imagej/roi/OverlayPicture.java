package sc.fiji.fastsam.imagej.roi;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.LabelColors;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Pictures of outlines on the image as the network saw it. Needs no display. */
public final class OverlayPicture {

    /** Longer side per pixel of line width. */
    private static final float SIDE_PER_WIDTH = 750;

    private static final float MIN_WIDTH = 1.5f;

    private OverlayPicture() {}

    /**
     * Draws the outlines in the colors of the labels.
     *
     * @param planes of the image
     * @param objects in the order of their labels, 1 first
     * @return a picture of the size of the image, without alpha
     */
    public static BufferedImage create(RgbImage planes, List<SegmentedObject> objects) {
        BufferedImage picture = toImage(planes);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setStroke(
                new BasicStroke(Math.max(MIN_WIDTH, planes.size().longSide() / SIDE_PER_WIDTH)));
        for (int i = 0; i < objects.size(); i++) {
            g.setColor(LabelColors.of(i + 1));
            g.draw(MaskRois.path(BorderTracer.trace(objects.get(i).mask())));
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
