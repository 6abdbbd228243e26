package sc.fiji.fastsam.host;

import ij.ImagePlus;
import ij.WindowManager;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;

/** Where on the screen a window covers least of others. */
public final class Placement {

    private static final int GAP = 8;

    private Placement() {}

    /** The part of the screen that windows can use. */
    static Rectangle screen() {
        return GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    }

    /**
     * As {@link #besideImage}, for a window that is about to be shown. NB: placed once more when it
     * is open, for X11 may put a window back that was packed and then placed.
     */
    static void openBesideImage(Window window) {
        besideImage(window);
        window.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowOpened(WindowEvent event) {
                        besideImage(window);
                    }
                });
    }

    /**
     * Puts a window where it covers least of the active image, so that this, and a preview on it,
     * stay in sight; where none covers less of it, it stays.
     */
    public static void besideImage(Window window) {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null || image.getWindow() == null) {
            return;
        }
        Rectangle shown = image.getWindow().getBounds();
        Rectangle place = beside(List.of(shown), window.getSize(), screen());
        if (common(place, shown) < common(window.getBounds(), shown)) {
            window.setLocation(place.x, place.y);
        }
    }

    /**
     * The place that covers least of the others; of several such, the first of: right of the first
     * of them, below, left, above, then likewise of the next.
     *
     * @param others at least one
     * @param screen the place lies inside, where the window is no larger
     */
    static Rectangle beside(List<Rectangle> others, Dimension size, Rectangle screen) {
        Rectangle best = null;
        long least = Long.MAX_VALUE;
        for (Rectangle place : places(others, size)) {
            Rectangle inside = inside(place, screen);
            long covered = others.stream().mapToLong(other -> common(inside, other)).sum();
            if (covered < least) {
                least = covered;
                best = inside;
            }
        }
        return best;
    }

    private static List<Rectangle> places(List<Rectangle> others, Dimension size) {
        List<Rectangle> places = new ArrayList<>();
        for (Rectangle r : others) {
            places.add(new Rectangle(r.x + r.width + GAP, r.y, size.width, size.height));
            places.add(new Rectangle(r.x, r.y + r.height + GAP, size.width, size.height));
            places.add(new Rectangle(r.x - size.width - GAP, r.y, size.width, size.height));
            places.add(new Rectangle(r.x, r.y - size.height - GAP, size.width, size.height));
        }
        return places;
    }

    private static Rectangle inside(Rectangle r, Rectangle screen) {
        int x = Math.max(screen.x, Math.min(r.x, screen.x + screen.width - r.width));
        int y = Math.max(screen.y, Math.min(r.y, screen.y + screen.height - r.height));
        return new Rectangle(x, y, r.width, r.height);
    }

    private static long common(Rectangle a, Rectangle b) {
        Rectangle both = a.intersection(b);
        return both.isEmpty() ? 0 : (long) both.width * both.height;
    }
}
