package sc.fiji.fastsam.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C and SIGTERM: asks the run to end at its next step, and keeps the process until it has, so
 * that no unfinished file stays; but less than two seconds.
 */
final class Interruption implements BooleanSupplier, AutoCloseable {

    private static final int PATIENCE_MILLIS = 1500;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForRun, "fastsam-interruption");
    private volatile boolean requested;

    /** Begins to listen. */
    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** True once the user has asked to end. */
    @Override
    public boolean getAsBoolean() {
        return requested;
    }

    /** The run is over. */
    @Override
    public void close() {
        finished.countDown();
        if (!requested) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // NB: the process has begun to end since.
            return;
        }
    }

    private void waitForRun() {
        requested = true;
        try {
            finished.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
