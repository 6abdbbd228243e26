package sc.fiji.fastsam.command;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.RoiListener;
import javax.swing.Timer;

/**
 * Tells when the selection of an image, its pixels, its display range, or the plane that it shows,
 * has changed: once, a moment after the last of several changes, on AWT's event thread. After
 * {@link #close} it tells nothing more.
 */
final class ImageWatch implements RoiListener, ImageListener, AutoCloseable {

    /** A drag, or a walk through slices, goes on for as long as its steps are no further apart. */
    private static final int MOMENT_MILLIS = 200;

    private final ImagePlus image;
    private final Runnable changed;
    private final Runnable updated;
    private final Timer moment;
    private boolean closed;

    /**
     * Begins.
     *
     * @param changed told of each change
     * @param updated told at once of each but those of the selection, on any thread
     */
    ImageWatch(ImagePlus image, Runnable changed, Runnable updated) {
        this.image = image;
        this.changed = changed;
        this.updated = updated;
        this.moment = new Timer(MOMENT_MILLIS, event -> tell());
        moment.setRepeats(false);
        Roi.addRoiListener(this);
        ImagePlus.addImageListener(this);
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

    @Override
    public void imageOpened(ImagePlus of) {}

    @Override
    public void imageClosed(ImagePlus of) {}

    /** Waits until what it has told of is dealt with. */
    @Override
    public synchronized void close() {
        closed = true;
        moment.stop();
        Roi.removeRoiListener(this);
        ImagePlus.removeImageListener(this);
    }
}
