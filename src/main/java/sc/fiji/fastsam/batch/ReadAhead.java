package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import sc.fiji.fastsam.batch.journal.FileState;
import sc.fiji.fastsam.imagej.file.ImageFiles;

/** The first image of a run, read while its network is opened. Thread-safe. */
final class ReadAhead {

    private final AtomicReference<Image> image;

    private ReadAhead(Image image) {
        this.image = new AtomicReference<>(image);
    }

    /**
     * An image that is being read.
     *
     * @param state of its file before that
     * @param atOnce files beside which it is read, this one included
     */
    private record Image(Path path, FileState state, int atOnce, FutureTask<ImagePlus> reading) {}

    /** Of no image. */
    static ReadAhead none() {
        return new ReadAhead(null);
    }

    /**
     * Begins to read the first of some files, if there is one.
     *
     * @param atOnce files that are done at the same time
     */
    static ReadAhead of(List<InputFile> files, int atOnce) {
        if (files.isEmpty() || files.get(0).problem().isPresent()) {
            return none();
        }
        Path path = files.get(0).path();
        FutureTask<ImagePlus> reading = new FutureTask<>(() -> read(path, atOnce));
        Image first = new Image(path, FileState.ofAny(path), atOnce, reading);
        Thread thread = new Thread(reading, "fastsam-reading");
        thread.setDaemon(true);
        thread.start();
        return new ReadAhead(first);
    }

    /**
     * Opens an image, or takes it where it is the one that was read and its file is still the same.
     *
     * @param atOnce files that are done at the same time, this one included
     * @throws IOException if it cannot be read, or is too large beside others
     */
    ImagePlus open(Path path, int atOnce) throws IOException {
        Image first = image.get();
        boolean isFirst =
                first != null
                        && first.path.equals(path)
                        && image.compareAndSet(first, null)
                        && first.state.equals(FileState.ofAny(path));
        if (!isFirst) {
            return read(path, atOnce);
        }
        try {
            return first.reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was not read: the run was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure && first.atOnce == atOnce) {
                throw failure;
            }
            // NB: alone there may be room, as there may be once the network is open.
            return read(path, atOnce);
        }
    }

    private static ImagePlus read(Path path, int atOnce) throws IOException {
        return atOnce == 1
                ? ImageFiles.openAnySize(path)
                : ImageFiles.openBesideOthers(path, atOnce);
    }
}
