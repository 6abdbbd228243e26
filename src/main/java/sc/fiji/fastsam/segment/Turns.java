package sc.fiji.fastsam.segment;

import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets few runs of a network go on at a time; what comes before and after a run needs no turn. Of
 * those that wait, the least rank is next, and the rank of a plane is the number of the thread that
 * segments it: the files of a batch, each of which has a thread of its own, so end one after the
 * other, and one is written while the next has the network. With turns in the order of asking all
 * would end, and then all be written, at once. Thread-safe.
 */
final class Turns {

    private static final int POLL_MILLIS = 20;

    private final PriorityQueue<Long> waiting = new PriorityQueue<>();
    private int free;

    /**
     * @param atOnce runs that may go on at a time
     */
    Turns(int atOnce) {
        this.free = atOnce;
    }

    /**
     * Runs a task when its turn has come.
     *
     * @param rank of the plane, see {@link #rank}
     * @param canceled asked every 20 ms while others have their turn
     * @throws CancellationException if it says so, or the thread is interrupted
     */
    <T> T take(long rank, BooleanSupplier canceled, Supplier<T> task) {
        begin(rank, canceled);
        try {
            return task.get();
        } finally {
            end();
        }
    }

    /** The rank of what the calling thread segments. */
    static long rank() {
        return Thread.currentThread().getId();
    }

    private synchronized void begin(Long rank, BooleanSupplier canceled) {
        waiting.add(rank);
        try {
            while (free == 0 || !waiting.peek().equals(rank)) {
                if (canceled.getAsBoolean()) {
                    throw new CancellationException("Canceled.");
                }
                wait(POLL_MILLIS);
            }
            free--;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Canceled.");
        } finally {
            waiting.remove(rank);
            notifyAll();
        }
    }

    private synchronized void end() {
        free++;
        notifyAll();
    }
}
