package sc.fiji.fastsam.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.catalog.InstalledModels;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.segment.CachingSegmenter;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.settings.Settings;

/**
 * Keeps the last used network open, so that the next run need not load it. One run at a time;
 * others wait, and can be canceled while they do. Thread-safe.
 */
public final class Segmenters {

    private static final Segmenters SHARED = new Segmenters();
    private static final long POLL_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock(true);
    private NetworkId id;
    private CachingSegmenter segmenter;

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
    public <T> T use(Request request, Progress progress, Function<CachingSegmenter, T> task)
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

    /**
     * A network for one plane after the other: opened when it is needed, and freed when nobody has
     * needed it for a while. What goes wrong in opening it is an {@link UncheckedIOException}.
     */
    public PlaneSegmenter planes(Request request) {
        return new Shared(request);
    }

    private final class Shared implements PlaneSegmenter {

        private final Request request;

        Shared(Request request) {
            this.request = request;
        }

        @Override
        public Segmentation segment(
                RgbImage plane, SegmentationSettings settings, Progress progress) {
            return use(progress, network -> network.segment(plane, settings, progress));
        }

        @Override
        public Answers select(
                RgbImage plane, SegmentationSettings settings, Prompts prompts, Progress progress) {
            return use(progress, network -> network.select(plane, settings, prompts, progress));
        }

        private <T> T use(Progress progress, Function<PlaneSegmenter, T> task) {
            try {
                return Segmenters.this.use(
                        request, progress, network -> task.apply(PlaneSegmenter.keeping(network)));
            } catch (ModelException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
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

    private CachingSegmenter open(Request request) throws ModelException {
        NetworkId wanted = NetworkId.of(request.model(), request.device());
        if (!wanted.equals(id)) {
            closeOpen();
            segmenter = CachingSegmenter.open(wanted);
            id = wanted;
        }
        return segmenter;
    }

    private void closeOpen() {
        if (segmenter != null) {
            segmenter.close();
        }
        segmenter = null;
        id = null;
    }

    /**
     * Which network, and where it runs.
     *
     * @param model the bundled one or a file
     * @param device where
     */
    public record Request(ModelFile model, DeviceRequest device) {

        /** The network that settings choose. */
        public static Request of(Settings settings) {
            return new Request(model(settings), DeviceRequest.of(settings));
        }

        /**
         * The network that settings name: a file, or the id of an installed model.
         *
         * @throws UncheckedIOException if it is a model that can be installed and is not
         */
        private static ModelFile model(Settings settings) {
            String named = settings.get(NetworkKeys.MODEL).map(Path::toString).orElse("");
            try {
                return InstalledModels.usual().resolve(named);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
    }

    /** Does something when nothing has happened for five minutes. Keeps no JVM alive. */
    private static final class IdleTimer {

        private static final long MINUTES = 5;

        private final Runnable task;
        private final ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(IdleTimer::daemon);
        private Future<?> pending;

        IdleTimer(Runnable task) {
            this.task = task;
        }

        /** Begins to wait, anew where it already does. */
        synchronized void start() {
            stop();
            pending = clock.schedule(task, MINUTES, TimeUnit.MINUTES);
        }

        /** Waits no longer. */
        synchronized void stop() {
            if (pending != null) {
                pending.cancel(false);
            }
        }

        private static Thread daemon(Runnable run) {
            Thread thread = new Thread(run, "FastSAM idle timer");
            thread.setDaemon(true);
            return thread;
        }
    }
}
