package sc.fiji.fastsam.host;

import ij.IJ;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.concurrent.Progress;

/** Progress in ImageJ's status and progress bars. Escape cancels. */
public final class StatusBar implements Progress {

    private final BooleanSupplier canceled;

    /** Canceled by Escape alone, from now on. */
    public StatusBar() {
        this(() -> false);
    }

    /**
     * Canceled by Escape from now on, and when asked for.
     *
     * @param canceled true when the task is to end; thread-safe
     */
    public StatusBar(BooleanSupplier canceled) {
        this.canceled = canceled;
        IJ.resetEscape();
    }

    @Override
    public void update(long done, long total, String task) {
        StatusLine.show(task + " (Esc cancels)");
        if (total > 0) {
            IJ.showProgress((double) done / total);
        }
    }

    @Override
    public boolean isCanceled() {
        return IJ.escapePressed() || canceled.getAsBoolean();
    }
}
