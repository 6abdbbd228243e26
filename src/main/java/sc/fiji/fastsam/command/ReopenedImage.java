package sc.fiji.fastsam.command;

import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.HistogramWindow;
import ij.gui.ImageWindow;
import ij.gui.PlotWindow;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The image that a dialog takes where its own is closed meanwhile. Until {@link #close} it follows
 * which images are opened.
 */
final class ReopenedImage implements ImageListener, AutoCloseable {

    private final Supplier<ImagePlus> image;
    private final Set<Integer> opened = ConcurrentHashMap.newKeySet();

    /**
     * Begins.
     *
     * @param image the dialog's at any time; null for none
     */
    ReopenedImage(Supplier<ImagePlus> image) {
        this.image = image;
        ImagePlus.addImageListener(this);
    }

    /**
     * The active image in place of one that is closed, if it was opened since then: the user was
     * told to open it again, or another. Never a plot or a histogram.
     */
    Optional<ImagePlus> inPlace() {
        boolean isClosed = image.get() != null && image.get().getProcessor() == null;
        return Optional.ofNullable(WindowManager.getCurrentImage())
                .filter(active -> isClosed && opened.contains(active.getID()))
                .filter(active -> !isPlot(active.getWindow()));
    }

    private static boolean isPlot(ImageWindow window) {
        return window instanceof PlotWindow || window instanceof HistogramWindow;
    }

    @Override
    public void imageOpened(ImagePlus other) {
        opened.add(other.getID());
    }

    /** NB: ImageJ tells of closing and opening in their order. */
    @Override
    public void imageClosed(ImagePlus closed) {
        if (closed == image.get()) {
            opened.clear();
        }
    }

    @Override
    public void imageUpdated(ImagePlus updated) {}

    @Override
    public void close() {
        ImagePlus.removeImageListener(this);
    }
}
