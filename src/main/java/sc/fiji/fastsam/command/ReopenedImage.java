package sc.fiji.fastsam.command;

import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.HistogramWindow;
import ij.gui.ImageWindow;
import ij.gui.PlotWindow;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * The image that a dialog takes where its own is closed meanwhile. Until {@link #close} it follows
 * which images are opened.
 */
final class ReopenedImage implements ImageListener, AutoCloseable {

    private final Supplier<ImagePlus> image;
    private final Deque<Integer> opened = new ConcurrentLinkedDeque<>();

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
     * The active image in place of one that is closed, if it was opened since then, or as the last
     * before: the user was told to open it again, or another. Never a plot or a histogram.
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

    /** NB: Open Next may show the next image before it closes the last. */
    @Override
    public void imageClosed(ImagePlus closed) {
        if (closed == image.get()) {
            while (opened.size() > 1) {
                opened.removeFirst();
            }
        }
    }

    @Override
    public void imageUpdated(ImagePlus updated) {}

    @Override
    public void close() {
        ImagePlus.removeImageListener(this);
    }
}
