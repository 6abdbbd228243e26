package sc.fiji.fastsam.concurrent;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Told how far a long task is, asked whether to go on. */
public interface Progress {

    /** Ignores everything and never cancels. */
    Progress NONE = quiet(() -> false);

    /**
     * One that ignores everything.
     *
     * @param canceled true when the task is to end; thread-safe
     */
    static Progress quiet(BooleanSupplier canceled) {
        return new Progress() {
            @Override
            public void update(long done, long total, String task) {}

            @Override
            public boolean isCanceled() {
                return canceled.getAsBoolean();
            }
        };
    }

    /**
     * Reports what is done, on the thread that does the work.
     *
     * @param done finished steps, or bytes
     * @param total all of them, 0 when not known
     * @param task what is being done, for a status bar
     */
    void update(long done, long total, String task);

    /**
     * True when the user wants the task to end. Asked between steps, and from another thread every
     * few milliseconds while a network runs; must be thread-safe.
     */
    boolean isCanceled();

    /**
     * @throws CancellationException if the task is to end
     */
    default void checkCanceled() {
        if (isCanceled()) {
            throw new CancellationException("Canceled.");
        }
    }
}
