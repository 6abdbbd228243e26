package sc.fiji.fastsam.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.FastSamSegmenter;
import sc.fiji.fastsam.segment.Progress;

/**
 * Keeps the last used network open, so that the next run need not load it. One run at a time;
 * others wait, and can be canceled while they do. Thread-safe.
 */
public final class Segmenters {

    private static final Segmenters SHARED = new Segmenters();
    private static final long POLL_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock(true);
    private Key key;
    private FastSamSegmenter segmenter;

    private final IdleTimer idle = new IdleTimer(this::close);

    Segmenters() {}

    /** The one that all commands of this JVM share. */
    public static Segmenters shared() {
        return SHARED;
    }

    /**
     * Runs a task on a network, opening it where it is not the one that is open. The network
     * belongs to this object: the task must not close it.
     *
     * @throws ModelException if the network cannot be opened
     * @throws CancellationException if the progress says so while another run is on
     */
    public <T> T use(Request request, Progress progress, Function<FastSamSegmenter, T> task)
            throws ModelException {
        acquire(progress);
        try {
            idle.stop();
            return task.apply(open(request));
        } finally {
            idle.start();
            lock.unlock();
        }
    }

    /** Frees the network, unless a run is on. */
    public void close() {
        if (lock.tryLock()) {
            try {
                closeOpen();
            } finally {
                lock.unlock();
            }
        }
    }

    /** True when a network is in memory. */
    public boolean isOpen() {
        return segmenter != null;
    }

    private void acquire(Progress progress) {
        try {
            while (!lock.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.update(0, 0, "Waiting for another FastSAM run");
                if (progress.isCanceled()) {
                    throw new CancellationException("Canceled before it began.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Canceled before it began.");
        }
    }

    private FastSamSegmenter open(Request request) throws ModelException {
        request.model().check();
        Key wanted = new Key(request, modified(request.model()));
        if (!wanted.equals(key)) {
            closeOpen();
            segmenter = FastSamSegmenter.open(request.model(), request.device());
            key = wanted;
        }
        return segmenter;
    }

    private void closeOpen() {
        if (segmenter != null) {
            segmenter.close();
        }
        segmenter = null;
        key = null;
    }

    private static Optional<FileTime> modified(ModelFile model) {
        return model.path().map(Segmenters::time);
    }

    private static FileTime time(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Which network, and where it runs.
     *
     * @param model the bundled one or a file
     * @param device where
     */
    public record Request(ModelFile model, DeviceRequest device) {}

    /** A file that was changed is another network. */
    private record Key(Request request, Optional<FileTime> modified) {}
}
