package sc.fiji.fastsam.segment;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.settings.Counted;

/** One run over a plane: its progress and its times. Thread-safe. */
final class Run {

    private final Progress progress;
    private final StageTimes times = new StageTimes();
    private volatile int done;
    private volatile int total;

    Run(Progress progress) {
        this.progress = progress;
    }

    Progress progress() {
        return progress;
    }

    StageTimes times() {
        return times;
    }

    /** Adds a task's time to a stage. */
    <T> T measure(String stage, Supplier<T> task) {
        return times.measure(stage, task);
    }

    /**
     * Reports finished tiles.
     *
     * @throws CancellationException if the user wants to end, or the thread is interrupted
     */
    void finished(int tiles, int all) {
        done = tiles;
        total = all;
        progress.update(done, total, "Segmenting");
        if (progress.isCanceled() || Thread.currentThread().isInterrupted()) {
            throw canceled();
        }
    }

    /** Says how far the run came. */
    CancellationException canceled() {
        return new CancellationException(
                total == 0
                        ? "Canceled before the first tile."
                        : "Canceled after " + done + " of " + Counted.text(total, "tile") + ".");
    }
}
