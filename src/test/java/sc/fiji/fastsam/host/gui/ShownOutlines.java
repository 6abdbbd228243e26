package sc.fiji.fastsam.host.gui;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicInteger;

/** What windows draw of overlays, which with a preview is not what these hold. */
final class ShownOutlines extends ImageCanvas {

    private static final long serialVersionUID = 1L;

    private ShownOutlines(ImagePlus image) {
        super(image);
    }

    /** Number of regions, asked for as an image's window does when it draws. */
    static int count(ImagePlus image) {
        AtomicInteger count = new AtomicInteger();
        try {
            EventQueue.invokeAndWait(() -> count.set(drawOverlay(image.getOverlay())));
        } catch (InterruptedException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
        return count.get();
    }

    /** NB: called as ImageJ's method is, by whose name windows that draw are known. */
    private static int drawOverlay(Overlay overlay) {
        return overlay == null ? 0 : overlay.size();
    }
}
