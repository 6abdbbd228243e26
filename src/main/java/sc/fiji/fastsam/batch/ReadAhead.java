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
     */
    private record Image(Path path, FileState state, FutureTask<ImagePlus> reading) {}

    /** Of no image. */
    static ReadAhead none() {
        return new ReadAhead(null);
    }

    /** Begins to read the first of some files, if there is one. */
    static ReadAhead of(List<InputFile> files) {
        if (files.isEmpty() || files.get(0).problem().isPresent()) {
            return none();
        }
        Path path = files.get(0).path();
        FutureTask<ImagePlus> reading = new FutureTask<>(() -> ImageFiles.openAnySize(path));
        Image first = new Image(path, FileState.ofAny(path), reading);
        Thread thread = new Thread(reading, "fastsam-reading");
        thread.setDaemon(true);
        thread.start();
        return new ReadAhead(first);
    }

    /**
     * Opens an image, or takes it where it is the one that was read and its file is still the same.
     *
     * @throws IOException if it cannot be read
     */
    ImagePlus open(Path path) throws IOException {
        Image first = image.get();
        boolean isFirst =
                first != null
                        && first.path.equals(path)
                        && image.compareAndSet(first, null)
                        && first.state.equals(FileState.ofAny(path));
        if (!isFirst) {
            return ImageFiles.openAnySize(path);
        }
        try {
            return first.reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was not read: the run was interrupted.", e);
        } catch (ExecutionException e) {
            return retry(path, e.getCause());
        }
    }

    /** NB: beside the network's opening memory may have been short. */
    private static ImagePlus retry(Path path, Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        return ImageFiles.openAnySize(path);
    }
}
