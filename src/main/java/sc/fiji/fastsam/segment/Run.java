package sc.fiji.fastsam.segment;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** One run over a plane: its progress and its times. */
final class Run {

    private final Progress progress;
    private final StageTimes times = new StageTimes();

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
     * @throws CancellationException if the user wants to end
     */
    void finished(int done, int total) {
        progress.update(done, total, "Segmenting");
        if (progress.isCanceled()) {
            throw new CancellationException("Canceled after " + done + " of " + total + " tiles.");
        }
    }
}
