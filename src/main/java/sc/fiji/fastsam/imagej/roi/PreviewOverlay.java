package sc.fiji.fastsam.imagej.roi;

import ij.ImagePlus;
import ij.gui.Overlay;
import java.util.function.Consumer;

/**
 * Outlines of a preview on an image, which its window alone draws: the image's overlay holds what
 * the user put there and nothing else, also what is added, taken out or replaced while the preview
 * shows. One that the user has hidden stays so until something is put into it. An image shows one
 * preview at a time, the last. Thread-safe, for previews of one image that show themselves on one
 * thread.
 */
public final class PreviewOverlay {

    /** Property of an image, while there is one: the preview that it shows. */
    private static final String SHOWN = "FastSAM preview";

    private final ImagePlus image;
    private DrawnOverlay shown;
    private boolean isHidden;

    /** A preview on an image, which shows nothing yet. */
    public PreviewOverlay(ImagePlus image) {
        this.image = image;
    }

    /** True where no other preview shows on the image. */
    public boolean isFree() {
        Object other = image.getProperty(SHOWN);
        return other == null || other == this;
    }

    /**
     * Shows outlines instead of those before.
     *
     * @param drawing adds them to a copy of the user's overlay, and may take out what it should not
     *     show beside them
     */
    public synchronized void show(Consumer<Overlay> drawing) {
        if (!isFree()) {
            ((PreviewOverlay) image.getProperty(SHOWN)).hide();
        }
        image.setProperty(SHOWN, this);
        // NB: a script may have the overlay that is shown, and goes on with it.
        if (shown == null || image.getOverlay() != shown) {
            shown = new DrawnOverlay(users());
            isHidden = image.getHideOverlay();
        }
        isHidden &= !shown.isChanged();
        Overlay next = shown.copy();
        if (isHidden) {
            next.clear();
        }
        drawing.accept(next);
        shown.draw(next);
        image.setOverlay(shown);
    }

    /** Leaves the image with the user's overlay. */
    public synchronized void hide() {
        if (shown != null) {
            // NB: ImageJ shows each overlay that is set.
            boolean kept = image.getOverlay() == shown && !shown.isChanged();
            boolean hidden = image.getHideOverlay() || isHidden && kept;
            image.setOverlay(users());
            image.setHideOverlay(hidden);
            image.setProperty(SHOWN, null);
            shown = null;
        }
    }

    /** The overlay as it is without the preview; null for none. */
    private Overlay users() {
        Overlay now = image.getOverlay();
        Overlay kept = shown == null ? null : shown.end();
        return now == shown ? kept : now;
    }
}
