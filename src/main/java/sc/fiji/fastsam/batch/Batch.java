package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ObjectFiles;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.engine.PlaneSegmenter;
import sc.fiji.fastsam.engine.StageClock;
import sc.fiji.fastsam.imagej.file.ImageFiles;

/**
 * Segments files one after the other. A file that fails is reported and the rest is done; what is
 * written of a file is complete or absent; inputs are never overwritten.
 */
public final class Batch {

    private final ImageSegmenter segmenter;
    private final BatchSettings settings;

    /** A run on a network, which stays open. */
    public Batch(PlaneSegmenter network, BatchSettings settings) {
        this.segmenter = new ImageSegmenter(network);
        this.settings = settings;
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
            return segment(input, listener);
        } catch (CancellationException e) {
            return FileOutcome.canceled(path);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // NB: whatever is wrong with one file must not end the run; the report names it.
            return FileOutcome.failed(path, e);
        }
    }

    private FileOutcome segment(InputFile input, BatchListener listener) throws IOException {
        StageClock clock = new StageClock();
        ImagePlus image = ImageFiles.open(input.path());
        FileTask file = FileTask.of(image, input.path().getFileName().toString(), settings);
        clock.lap("read");
        ImageObjects found = segmenter.segment(image, file.task(), listener);
        clock.lap(found.milliseconds());
        List<Path> written =
                ObjectFiles.write(
                        found, settings.outputs(), kind -> input.target(settings.folder(), kind));
        clock.lap("write");
        List<String> notes = new ArrayList<>(ImageFiles.notes(image));
        notes.addAll(file.notes());
        notes.addAll(found.notes());
        return FileOutcome.done(input.path(), found, written, clock.toMap(), notes);
    }
}
