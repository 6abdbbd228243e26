package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.fastsam.engine.PlaneSegmenter;

/**
 * Segments files one after the other. A file that fails is reported and the rest is done; what is
 * written of a file is complete or absent; inputs are never overwritten.
 */
public final class Batch {

    private final FileTask task;
    private final BatchSettings settings;

    private Batch(FileTask task, BatchSettings settings) {
        this.task = task;
        this.settings = settings;
    }

    /** A run that finds everything. */
    public static Batch ofSegmenter(PlaneSegmenter segmenter, BatchSettings settings) {
        return new Batch(
                (input, progress) -> new FileRun(segmenter, settings, input).run(progress),
                settings);
    }

    /** A run that does something else with each file; the settings say where results go. */
    public static Batch ofTask(FileTask task, BatchSettings settings) {
        return new Batch(task, settings);
    }

    /**
     * Segments all files and writes the report.
     *
     * @throws IOException if the report cannot be written, or would overwrite an input
     */
    public BatchReport run(List<InputFile> inputs, BatchListener listener) throws IOException {
        InputGuard guard = new InputGuard(inputs);
        for (String name : ReportFiles.NAMES) {
            guard.check(settings.folder().resolve(name));
        }
        List<FileOutcome> outcomes = new ArrayList<>();
        for (InputFile input : inputs) {
            listener.begin(input, outcomes.size(), inputs.size());
            FileOutcome outcome = outcome(input, guard, listener);
            outcomes.add(outcome);
            listener.end(outcome);
        }
        BatchReport report = new BatchReport(outcomes);
        ReportFiles.write(report, settings.folder());
        return report;
    }

    private FileOutcome outcome(InputFile input, InputGuard guard, BatchListener listener) {
        Path path = input.path();
        if (listener.isCanceled()) {
            return FileOutcome.canceled(path);
        }
        try {
            for (OutputKind kind : settings.outputs()) {
                guard.check(input.target(settings.folder(), kind));
            }
            return task.run(input, listener);
        } catch (CancellationException e) {
            return FileOutcome.canceled(path);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // NB: whatever is wrong with one file must not end the run; the report names it.
            return FileOutcome.failed(path, e);
        }
    }
}
