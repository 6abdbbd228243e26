package sc.fiji.fastsam.imagej.roi;

import ij.gui.ImageCanvas;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Stroke;

/**
 * A light, translucent line under an outline, by which its color shows on any ground.
 *
 * <p>NB: a second region below each would double what an overlay holds, and be counted, clicked and
 * sent to the ROI Manager as if it were an object.
 */
final class Casing {

    /** Of the line below. */
    static final Color COLOR = new Color(255, 255, 255, 130);

    static final BasicStroke STROKE = new BasicStroke(under(1));

    /** Shorter sides on the screen are drawn without: the line would cover the object itself. */
    private static final int MIN_SIDE = 10;

    private Casing() {}

    /** Its width under an outline of a width. */
    static float under(float width) {
        return width + 2;
    }

    /** True when it has room on the screen. */
    static boolean hasRoom(Rectangle bounds, ImageCanvas canvas) {
        double side = Math.min(bounds.width, bounds.height);
        return side * (canvas == null ? 1 : canvas.getMagnification()) >= MIN_SIDE;
    }

    /** True when a region lies in the part of the image that a canvas shows, or there is none. */
    static boolean isVisible(Rectangle bounds, ImageCanvas canvas) {
        // NB: the canvas of Flatten shows no part, and draws all.
        if (canvas == null || canvas.getSrcRect().isEmpty()) {
            return true;
        }
        Rectangle grown = new Rectangle(bounds);
        // NB: the lines reach beyond the pixels, and one that is seen must not be cut.
        grown.grow(2, 2);
        return grown.intersects(canvas.getSrcRect());
    }

    /**
     * Draws a region's line and puts the stroke back, which regions without one take as they find.
     */
    static void draw(Graphics g, Runnable line) {
        Stroke before = ((Graphics2D) g).getStroke();
        line.run();
        ((Graphics2D) g).setStroke(before);
    }
}
