package sc.fiji.fastsam.command;

import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.HistogramWindow;
import ij.gui.ImageWindow;
import ij.gui.PlotWindow;
import java.awt.EventQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The image that a dialog takes where its own is closed meanwhile. Until {@link #close}, or for as
 * long as there is someone to ask it, it follows which images are opened.
 */
final class ReopenedImage implements AutoCloseable {

    /** What is opened no longer before another is closed is opened in its place. */
    private static final long AT_ONCE_NANOS = 500_000_000;

    private final Supplier<ImagePlus> image;
    private final LongSupplier clock;
    private final Map<Integer, Long> opened = new ConcurrentHashMap<>();
    private final ImageListener listener = new Listener(this);

    /**
     * Begins.
     *
     * @param image the dialog's at any time; null for none
     */
    ReopenedImage(Supplier<ImagePlus> image) {
        this(image, System::nanoTime);
    }

    /** Likewise, by a clock's nanoseconds. */
    ReopenedImage(Supplier<ImagePlus> image, LongSupplier clock) {
        this.image = image;
        this.clock = clock;
        ImagePlus.addImageListener(listener);
    }

    /**
     * The active image in place of one that is closed, if it was opened since then, for the user
     * was told to open it again, or another; or if it was opened at once before, as by Open Next.
     * Never a plot or a histogram.
     */
    Optional<ImagePlus> inPlace() {
        boolean isClosed = image.get() != null && image.get().getProcessor() == null;
        return Optional.ofNullable(WindowManager.getCurrentImage())
                .filter(active -> isClosed && opened.containsKey(active.getID()))
                .filter(active -> !isPlot(active.getWindow()));
    }

    private static boolean isPlot(ImageWindow window) {
        return window instanceof PlotWindow || window instanceof HistogramWindow;
    }

    void imageOpened(ImagePlus other) {
        opened.put(other.getID(), clock.getAsLong());
    }

    /** NB: ImageJ tells of closing and opening in their order. */
    void imageClosed(ImagePlus closed) {
        if (closed == image.get()) {
            long now = clock.getAsLong();
            opened.values().removeIf(then -> now - then > AT_ONCE_NANOS);
        }
    }

    @Override
    public void close() {
        ImagePlus.removeImageListener(listener);
    }

    /** NB: a command that its host gives up, as where another plugin fails, is not told. */
    private static final class Listener implements ImageListener {

        private final WeakReference<ReopenedImage> told;

        Listener(ReopenedImage told) {
            this.told = new WeakReference<>(told);
        }

        private Optional<ReopenedImage> told() {
            if (told.get() == null) {
                EventQueue.invokeLater(() -> ImagePlus.removeImageListener(this));
            }
            return Optional.ofNullable(told.get());
        }

        @Override
        public void imageOpened(ImagePlus image) {
            told().ifPresent(reopened -> reopened.imageOpened(image));
        }

        @Override
        public void imageClosed(ImagePlus image) {
            told().ifPresent(reopened -> reopened.imageClosed(image));
        }

        @Override
        public void imageUpdated(ImagePlus image) {}
    }
}
