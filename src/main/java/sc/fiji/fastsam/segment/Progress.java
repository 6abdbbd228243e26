package sc.fiji.fastsam.segment;

import java.util.function.BooleanSupplier;

/** Told how far a long task is, asked whether to go on. Called on the thread that does the work. */
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
            public void update(int done, int total, String task) {}

            @Override
            public boolean isCanceled() {
                return canceled.getAsBoolean();
            }
        };
    }

    /**
     * Reports a finished step.
     *
     * @param done finished steps
     * @param total all steps, 0 when not known
     * @param task what is being done, for a status bar
     */
    void update(int done, int total, String task);

    /**
     * True when the user wants the task to end. Asked between steps, and from another thread every
     * few milliseconds while the network runs; must be thread-safe.
     */
    boolean isCanceled();
}
