package sc.fiji.fastsam.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import sc.fiji.fastsam.batch.Batch;
import sc.fiji.fastsam.batch.BatchListener;
import sc.fiji.fastsam.batch.BatchReport;
import sc.fiji.fastsam.batch.BatchSettings;
import sc.fiji.fastsam.batch.FileOutcome;
import sc.fiji.fastsam.batch.InputFile;
import sc.fiji.fastsam.batch.InputFiles;
import sc.fiji.fastsam.batch.NamePatterns;
import sc.fiji.fastsam.batch.RunOptions;
import sc.fiji.fastsam.batch.RunPlan;
import sc.fiji.fastsam.batch.UsedNetwork;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.batch.report.ReportCounts;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.io.FolderCase;
import sc.fiji.fastsam.io.IoReasons;
import sc.fiji.fastsam.settings.Counted;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.Settings;
import sc.fiji.fastsam.settings.UnusedKeys;

/**
 * A folder's images through the batch engine, told in ImageJ's log and status bar.
 *
 * @param folder of images
 * @param out where the results go
 * @param subfolders with the images in them
 * @param patterns which files
 * @param kinds which results
 * @param settings of the segmentation and the network
 * @param force also what is done already
 */
record FolderRun(
        Path folder,
        Path out,
        boolean subfolders,
        NamePatterns patterns,
        Set<OutputKind> kinds,
        Settings settings,
        boolean force) {

    /**
     * @throws IllegalArgumentException if there is no such folder, nothing to write, or no such
     *     network
     */
    void check() {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "folder must be a folder of images, but was \"" + folder + "\".");
        }
        batchSettings();
        Segmenters.Request.of(settings);
    }

    /**
     * Does it. Files that fail are named in the log, the others are done.
     *
     * @throws CancellationException if the user ended it; what is done stays
     * @throws UncheckedIOException if the network cannot be read, or the report not be written
     * @throws IllegalStateException if no file could be done
     */
    void run(Progress progress) {
        check();
        UnusedKeys.ofFiles(settings, outputs().haveMeasures()).forEach(Notice::log);
        Segmenters.Request request = Segmenters.Request.of(settings);
        try {
            makeOut();
            List<InputFile> files =
                    InputFiles.of(
                            List.of(folder), subfolders, patterns, FolderCase.isSensitive(out));
            BatchSettings known = batchSettings().withNetwork(UsedNetwork.of(request.model()));
            BatchReport report =
                    new Batch(Segmenters.shared().planes(request), known)
                            .run(files, new Log(progress));
            conclude(report, known.runFiles().page());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** NB: without a cause, for scripts take the message of the innermost. */
    private void makeOut() throws IOException {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new IOException(
                    "output_folder \""
                            + out
                            + "\" cannot be made: "
                            + IoReasons.of(e)
                            + ". Choose a folder that you may write to.");
        }
    }

    private BatchSettings batchSettings() {
        return new BatchSettings(
                        out,
                        outputs(),
                        ImageTask.of(settings).withInsideSelection(false),
                        Optional.empty())
                .withOptions(RunOptions.DEFAULT.withFilesAtOnce().withForce(force));
    }

    private FileOutputs outputs() {
        return new FileOutputs(kinds, settings.get(OutputKeys.LABELS_FORMAT));
    }

    private static void conclude(BatchReport report, Path page) {
        ReportCounts counts = report.counts();
        String text =
                String.format(
                        Locale.ROOT,
                        "%d of %d files done, %d failed, %s; report: %s",
                        counts.done(),
                        counts.files(),
                        counts.failed(),
                        Counted.objects(counts.objects()),
                        page);
        if (counts.canceled() > 0) {
            throw new CancellationException(
                    "Canceled: " + text + ". The same run again goes on from there.");
        }
        Notice.log(text);
        if (counts.done() == 0) {
            throw new IllegalStateException(
                    "None of the files could be segmented. The first: "
                            + report.outcomes().get(0).input()
                            + ": "
                            + report.outcomes().get(0).error());
        }
    }

    /** Tells of files in the log, and of progress in the status bar. */
    private static final class Log implements BatchListener {

        private final Progress progress;
        private volatile String file = "";

        Log(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void plan(RunPlan plan) {
            if (plan.kept() > 0) {
                Notice.log(
                        String.format(
                                Locale.ROOT,
                                "%d of %d files are done already",
                                plan.kept(),
                                plan.files()));
            }
            if (!plan.note().isEmpty()) {
                Notice.log(plan.note());
            }
            if (plan.otherSettings() > 0) {
                Notice.log(
                        String.format(
                                Locale.ROOT,
                                "%s done again with other settings (%s)",
                                Counted.text(plan.otherSettings(), "file"),
                                String.join(", ", plan.changes())));
            }
        }

        @Override
        public void begin(InputFile input, int index, int total) {
            file = String.format(Locale.ROOT, "%d of %d, %s", index + 1, total, input.title());
            progress.update(index, total, file);
        }

        @Override
        public void end(FileOutcome outcome) {
            if (outcome.status() == FileStatus.FAILED) {
                Notice.log(outcome.input() + ": " + outcome.error());
            } else if (!outcome.earlier()) {
                outcome.notes().forEach(note -> Notice.log(outcome.input() + ": " + note));
            }
        }

        @Override
        public void update(long done, long total, String task) {
            // NB: without a total a file waits for another that is in the network.
            if (total > 0) {
                progress.update(0, 0, file + ": " + task);
            }
        }

        @Override
        public boolean isCanceled() {
            return progress.isCanceled();
        }
    }
}
