package sc.fiji.fastsam.command;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.RoiListener;
import java.util.function.Supplier;
import javax.swing.Timer;

/**
 * Tells when the selection of an image, its pixels, its display range, the plane that it shows, or
 * something else that is looked at, has changed, or when another was opened after it was closed:
 * once, a moment after the last of several changes, on AWT's event thread. After {@link #close} it
 * tells nothing more.
 */
final class ImageWatch implements RoiListener, ImageListener, AutoCloseable {

    /** A drag, or a walk through slices, goes on for as long as its steps are no further apart. */
    private static final int MOMENT_MILLIS = 200;

    private static final int LOOK_MILLIS = 250;

    private final ImagePlus image;
    private final Supplier<Object> other;
    private final Runnable changed;
    private final Runnable updated;
    private final Timer moment;
    private final Timer looks;
    private volatile Object seen;
    private boolean closed;

    /**
     * Begins.
     *
     * @param other what else is looked at, on AWT's event thread: a value that differs when it has
     *     changed. NB: ImageJ tells of no point that is added to others, of no change of the ROI
     *     Manager and of none of an overlay.
     * @param changed told of each change
     * @param updated told at once of each but those of the selection and of what else is looked at,
     *     on any thread
     */
    ImageWatch(ImagePlus image, Supplier<Object> other, Runnable changed, Runnable updated) {
        this.image = image;
        this.other = other;
        this.changed = changed;
        this.updated = updated;
        this.moment = new Timer(MOMENT_MILLIS, event -> tell());
        moment.setRepeats(false);
        this.looks = new Timer(LOOK_MILLIS, event -> look());
        looks.start();
        Roi.addRoiListener(this);
        ImagePlus.addImageListener(this);
    }

    /** What else is looked at is known as it stands. */
    void known() {
        seen = other.get();
    }

    private void look() {
        Object now = other.get();
        if (!now.equals(seen)) {
            seen = now;
            moment.restart();
        }
    }

    private synchronized void tell() {
        if (!closed) {
            changed.run();
        }
    }

    @Override
    public void roiModified(ImagePlus of, int event) {
        if (of == image) {
            moment.restart();
        }
    }

    @Override
    public void imageUpdated(ImagePlus of) {
        if (of == image) {
            updated.run();
            moment.restart();
        }
    }

    /** NB: it may take the place of the image, where that was closed. */
    @Override
    public void imageOpened(ImagePlus of) {
        if (image.getProcessor() == null) {
            moment.restart();
        }
    }

    @Override
    public void imageClosed(ImagePlus of) {
        if (of == image) {
            moment.restart();
        }
    }

    /** Waits until what it has told of is dealt with. */
    @Override
    public synchronized void close() {
        closed = true;
        looks.stop();
        moment.stop();
        Roi.removeRoiListener(this);
        ImagePlus.removeImageListener(this);
    }
}
