package sc.fiji.fastsam.command;

import org.scijava.Cancelable;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.host.StatusBar;

/** How commands tell how far they are. */
final class CommandProgress {

    private CommandProgress() {}

    /**
     * Progress in ImageJ's status and progress bars. Canceled by the Escape key, by an interrupt of
     * the calling thread, or by the command itself.
     */
    static Progress of(Cancelable command) {
        Thread worker = Thread.currentThread();
        return new StatusBar(() -> worker.isInterrupted() || command.isCanceled());
    }
}
