package sc.fiji.fastsam.command;

import ij.IJ;
import org.scijava.Cancelable;
import sc.fiji.fastsam.segment.Progress;

/**
 * Progress in ImageJ's status and progress bars. Canceled by the Escape key, by an interrupt of the
 * thread that made this object, or by the command itself.
 */
final class CommandProgress implements Progress {

    private final Cancelable command;
    private final Thread worker = Thread.currentThread();

    CommandProgress(Cancelable command) {
        this.command = command;
        IJ.resetEscape();
    }

    @Override
    public void update(int done, int total, String task) {
        IJ.showStatus("FastSAM: " + task + " (Esc cancels)");
        if (total > 0) {
            IJ.showProgress(done, total);
        }
    }

    @Override
    public boolean isCanceled() {
        return IJ.escapePressed() || worker.isInterrupted() || command.isCanceled();
    }
}
