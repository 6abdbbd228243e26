package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ObjectFiles;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.engine.PlaneSegmenter;
import sc.fiji.fastsam.engine.StageClock;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.io.Leftovers;

/**
 * Segments files one after the other. A file that fails is reported and the rest is done; what is
 * written of a file is complete or absent; inputs of any kind are never overwritten. An interrupt
 * of the calling thread ends the run as a cancel does.
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
        InputGuard guard = guard(inputs);
        List<Path> targets = new ArrayList<>();
        for (String name : ReportFiles.NAMES) {
            guard.check("the report", settings.folder().resolve(name));
            targets.add(settings.folder().resolve(name));
        }
        inputs.stream()
                .filter(input -> input.problem().isEmpty())
                .forEach(input -> targets.addAll(targets(input)));
        Leftovers.remove(targets);
        List<FileOutcome> outcomes = new ArrayList<>();
        for (InputFile input : inputs) {
            listener.begin(input, outcomes.size(), inputs.size());
            FileOutcome outcome = outcome(input, guard, listener);
            outcomes.add(outcome);
            listener.end(outcome);
        }
        BatchReport report = new BatchReport(outcomes);
        writeReport(report);
        return report;
    }

    private InputGuard guard(List<InputFile> inputs) throws IOException {
        List<Path> files = new ArrayList<>(settings.allOtherInputs());
        inputs.forEach(input -> files.add(input.path()));
        return new InputGuard(files);
    }

    private List<Path> targets(InputFile input) {
        return settings.outputs()
                .inOrder()
                .map(kind -> input.target(settings.folder(), settings.outputs().suffix(kind)))
                .toList();
    }

    /** NB: an interrupt would end the writing too; it is there again afterwards. */
    private void writeReport(BatchReport report) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            ReportFiles.write(report, settings.folder());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private FileOutcome outcome(InputFile input, InputGuard guard, BatchListener listener) {
        Path path = input.path();
        FileOutcome canceled = FileOutcome.canceled(path);
        if (listener.isCanceled() || Thread.currentThread().isInterrupted()) {
            return canceled;
        }
        if (input.problem().isPresent()) {
            return FileOutcome.failed(path, new IOException(input.problem().get() + "."));
        }
        // NB: whatever is wrong with one file must not end the run; the report names it.
        FileRun run = new FileRun(listener, settings.timeout());
        return run.run(
                () -> {
                    for (Path target : targets(input)) {
                        guard.check("its result", target);
                    }
                    return segment(input, run);
                },
                failure -> FileOutcome.failed(path, failure),
                canceled);
    }

    private FileOutcome segment(InputFile input, FileRun run) throws IOException {
        StageClock clock = new StageClock();
        ImagePlus image = ImageFiles.open(input.path());
        FileTask file = FileTask.of(image, input.path().getFileName().toString(), settings);
        clock.lap("read");
        ImageObjects found = segmenter.segment(image, file.task(), run);
        clock.lap(found.milliseconds());
        run.beforeCommit();
        List<Path> written =
                ObjectFiles.write(
                        found,
                        settings.outputs(),
                        suffix -> input.target(settings.folder(), suffix));
        clock.lap("write");
        List<String> notes = new ArrayList<>(ImageFiles.notes(image));
        notes.addAll(file.notes());
        notes.addAll(found.notes());
        if (found.count() == 0 && settings.outputs().contains(OutputKind.ROIS)) {
            notes.add("no object was found, so there is no ROI set");
        }
        return FileOutcome.done(input.path(), found, written, clock.toMap(), notes);
    }
}
