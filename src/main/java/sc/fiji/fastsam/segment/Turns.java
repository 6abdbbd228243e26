package sc.fiji.fastsam.segment;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets few runs of a network go on at a time, in the order in which they came; what comes before
 * and after a run needs no turn. Thread-safe.
 */
final class Turns {

    private static final int POLL_MILLIS = 20;

    private final Semaphore free;

    /**
     * @param atOnce runs that may go on at a time
     */
    Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /**
     * Runs a task when its turn has come.
     *
     * @param canceled asked every 20 ms while others have their turn
     * @throws CancellationException if it says so, or the thread is interrupted
     */
    <T> T take(BooleanSupplier canceled, Supplier<T> task) {
        try {
            while (!free.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (canceled.getAsBoolean()) {
                    throw new CancellationException("Canceled.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Canceled.");
        }
        try {
            return task.get();
        } finally {
            free.release();
        }
    }
}
