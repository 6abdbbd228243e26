package sc.fiji.fastsam.model;

import java.util.concurrent.CancellationException;

/** Told how far an import or a download is, asked whether to go on. On the thread that works. */
public interface WorkListener {

    /** Ignores everything and never cancels. */
    WorkListener NONE =
            new WorkListener() {
                @Override
                public void update(long done, long total, String task) {}

                @Override
                public boolean isCanceled() {
                    return false;
                }
            };

    /**
     * Reports bytes done.
     *
     * @param done bytes
     * @param total bytes, 0 when not known
     * @param task what is being done, for a status bar
     */
    void update(long done, long total, String task);

    /** True when the user wants the work to end. */
    boolean isCanceled();

    /**
     * @throws CancellationException if the work is to end
     */
    default void checkCanceled() {
        if (isCanceled()) {
            throw new CancellationException("Canceled.");
        }
    }
}
