package sc.fiji.fastsam.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import sc.fiji.fastsam.concurrent.Daemons;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.model.ModelException;

/**
 * Keeps the last used network open, so that the next run need not load it, and frees it when nobody
 * has needed it for five minutes. One run at a time; others wait, and can be canceled while they
 * do. Thread-safe.
 *
 * @param <K> says which network; equal ones are the same
 * @param <R> the open network
 */
final class SharedResource<K, R extends AutoCloseable> {

    private static final long POLL_MILLIS = 50;
    private static final long IDLE_MINUTES = 5;

    /** Opens a network. */
    @FunctionalInterface
    interface Opener<K, R> {
        R open(K key) throws ModelException;
    }

    /** Frees a network. */
    @FunctionalInterface
    interface Closer<R> {
        void close(R resource);
    }

    private final Opener<K, R> opener;
    private final Closer<R> closer;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("FastSAM idle timer"));
    private K key;
    private volatile R resource;
    private Future<?> pending;

    SharedResource(Opener<K, R> opener, Closer<R> closer) {
        this.opener = opener;
        this.closer = closer;
    }

    /**
     * Runs a task on a network, opening it where it is not the one that is open. The task must not
     * close it.
     *
     * @throws ModelException if it cannot be opened
     * @throws CancellationException if the progress says so while another run is on
     */
    <T> T use(K wanted, Progress progress, Function<R, T> task) throws ModelException {
        acquire(progress);
        try {
            stopClock();
            return task.apply(open(wanted));
        } finally {
            pending = clock.schedule(this::close, IDLE_MINUTES, TimeUnit.MINUTES);
            lock.unlock();
        }
    }

    /** Frees the network, unless a run is on. */
    void close() {
        if (lock.tryLock()) {
            try {
                closeOpen();
            } finally {
                lock.unlock();
            }
        }
    }

    /** True when a network is in memory. */
    boolean isOpen() {
        return resource != null;
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

    private R open(K wanted) throws ModelException {
        if (!wanted.equals(key)) {
            closeOpen();
            resource = opener.open(wanted);
            key = wanted;
        }
        return resource;
    }

    private void closeOpen() {
        if (resource != null) {
            closer.close(resource);
        }
        resource = null;
        key = null;
    }

    private void stopClock() {
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
