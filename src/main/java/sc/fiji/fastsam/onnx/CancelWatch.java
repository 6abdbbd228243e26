package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.concurrent.Thrown;

/**
 * Ends a run when the user wants it, when the thread that waits for it is interrupted, or when the
 * question itself fails: asks every 20 ms, on a thread of its own that ends with the run.
 *
 * <p>NB: the only thread below the batch layer. The caller's thread is inside ONNX Runtime, which
 * can only be told from another one.
 */
final class CancelWatch implements AutoCloseable {

    private static final int POLL_MILLIS = 20;

    private final RunOptions options;
    private final BooleanSupplier canceled;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread caller = Thread.currentThread();
    private boolean closed;
    private boolean terminated;
    private Optional<Throwable> failure = Optional.empty();

    private CancelWatch(BooleanSupplier canceled) throws OrtException {
        this.options = new RunOptions();
        this.canceled = canceled;
    }

    /** Begins to watch. */
    static CancelWatch start(BooleanSupplier canceled) throws OrtException {
        CancelWatch watch = new CancelWatch(canceled);
        Thread thread = new Thread(watch::watch, "fastsam-cancel");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    /** To be given to the run. */
    RunOptions options() {
        return options;
    }

    /**
     * Says why the run was told to end, if it was.
     *
     * @throws CancellationException if the user wanted it, or the thread was interrupted
     * @throws RuntimeException what the question to the user threw
     */
    synchronized void throwIfTerminated() {
        if (failure.isPresent()) {
            throw Thrown.unchecked(failure.get());
        }
        if (terminated) {
            throw new CancellationException("Canceled.");
        }
    }

    private void watch() {
        try {
            while (!over.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (caller.isInterrupted() || canceled.getAsBoolean()) {
                    terminate(Optional.empty());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // NB: handed on to the thread that waits for the run.
            terminate(Optional.of(e));
        }
    }

    private synchronized void terminate(Optional<Throwable> why) {
        if (closed) {
            return;
        }
        failure = why;
        try {
            options.setTerminate(true);
            terminated = true;
        } catch (OrtException e) {
            throw new InferenceException("The run cannot be ended: " + e.getMessage(), e);
        }
    }

    /** Ends the watch and frees the options. */
    @Override
    public void close() {
        over.countDown();
        synchronized (this) {
            closed = true;
            options.close();
        }
    }
}
