package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ObjectFiles;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.engine.PlaneSegmenter;
import sc.fiji.fastsam.engine.StageClock;
import sc.fiji.fastsam.imagej.file.ImageFiles;

/** What is done with one file: read, segment, write; all its results appear or none. */
final class FileWork {

    private final ImageSegmenter segmenter;
    private final ReadAhead first;
    private final BatchSettings settings;
    private final InputGuard guard;

    /**
     * @param network stays open
     * @param first the image that is read already
     * @param guard over what no result is written
     */
    FileWork(PlaneSegmenter network, ReadAhead first, BatchSettings settings, InputGuard guard) {
        this.segmenter = new ImageSegmenter(network);
        this.first = first;
        this.settings = settings;
        this.guard = guard;
    }

    /**
     * Does it; whatever goes wrong is an outcome.
     *
     * @param atOnce files that are done at the same time, this one included
     */
    FileOutcome run(InputFile input, BatchListener listener, int atOnce) {
        if (input.problem().isPresent()) {
            return FileOutcome.failed(input, new IOException(input.problem().get() + "."));
        }
        // NB: whatever is wrong with one file must not end the run; the report names it.
        FileRun run = new FileRun(listener, settings.options().timeout());
        return run.run(
                () -> {
                    settings.outputs().check(input.path());
                    for (Path target : settings.targets(input)) {
                        guard.check("its result", target);
                    }
                    return segment(input, run, atOnce);
                },
                failure -> FileOutcome.failed(input, failure),
                FileOutcome.canceled(input));
    }

    private FileOutcome segment(InputFile input, FileRun run, int atOnce) throws IOException {
        StageClock clock = new StageClock();
        ImagePlus image = first.open(input.path(), atOnce);
        FileTask file = FileTask.of(image, input.path(), settings);
        clock.lap("read");
        ImageObjects found = segmenter.segment(image, file.task(), run);
        clock.lap(found.milliseconds());
        run.beforeCommit();
        ObjectFiles files = new ObjectFiles(found);
        AtomicReference<String> picture = new AtomicReference<>();
        List<Path> written =
                files.write(
                        settings.outputs(),
                        input.targets(settings.folder()),
                        () -> picture.set(ReportPicture.of(files, settings.outputs())));
        clock.lap("write");
        Set<String> notes = new LinkedHashSet<>(ImageFiles.notes(image));
        notes.addAll(file.notes());
        notes.addAll(found.notes());
        notes.addAll(files.notes(settings.outputs()));
        if (found.count() == 0 && settings.outputs().contains(OutputKind.ROIS)) {
            notes.add("no object was found, so there is no ROI set");
        }
        FileOutcome.Written results =
                new FileOutcome.Written(written, clock.toMap(), List.copyOf(notes));
        return FileOutcome.done(input, found, results, picture.get());
    }
}
