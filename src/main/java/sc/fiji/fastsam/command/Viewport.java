package sc.fiji.fastsam.command;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.Rectangle;
import sc.fiji.fastsam.geometry.Region;

/** What the window of an image shows of it. */
final class Viewport {

    private Viewport() {}

    /**
     * What is seen of the image, and of a part of it where that is in view; all of the image where
     * it has no window.
     *
     * @param wanted the part, in source pixels
     */
    static Region of(ImagePlus image, Region wanted) {
        Region whole = new Region(0, 0, image.getWidth(), image.getHeight());
        // NB: asked once, for another thread may close the window meanwhile.
        ImageCanvas canvas = image.getCanvas();
        Region seen = canvas == null ? whole : region(canvas.getSrcRect()).intersection(whole);
        Region both = seen.intersection(wanted);
        return both.isEmpty() ? seen : both;
    }

    private static Region region(Rectangle r) {
        return new Region(r.x, r.y, r.width, r.height);
    }
}
