package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.batch.report.FileReport;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.batch.report.ObjectsTable;
import sc.fiji.fastsam.batch.report.ReportFiles;
import sc.fiji.fastsam.batch.report.ReportPage;
import sc.fiji.fastsam.batch.report.RunFiles;
import sc.fiji.fastsam.concurrent.AtOnce;
import sc.fiji.fastsam.engine.OutputKind;

/** The files that tell of a run as a whole. */
final class RunSummaries {

    private final BatchSettings settings;
    private final RunFiles files;

    RunSummaries(BatchSettings settings) {
        this.settings = settings;
        this.files = settings.runFiles();
    }

    /** All of them, and the journal. */
    List<Path> targets() {
        List<Path> targets = new ArrayList<>(files.summaries());
        targets.add(files.journal());
        return targets;
    }

    /**
     * @throws IOException if one would be written over an input
     */
    void check(InputGuard guard) throws IOException {
        for (Path target : targets()) {
            guard.check("the report", target);
        }
    }

    /** Removes those of an earlier run, which would tell of results that are being replaced. */
    void remove() throws IOException {
        for (Path summary : files.summaries()) {
            Files.deleteIfExists(summary);
        }
    }

    /**
     * Writes them. Of a run that the user ended, or without tables, there is no table of all
     * objects.
     *
     * <p>NB: an interrupt would end the writing too; it is there again afterwards.
     */
    void write(BatchReport report) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            List<FileReport> reports = report.files();
            List<AtOnce.Task> tasks = new ArrayList<>();
            tasks.add(() -> ReportFiles.write(reports, files));
            tasks.add(() -> ReportPage.write(reports, files, this::overlay));
            Map<String, Path> tables = tables(report);
            if (report.count(FileStatus.CANCELED) == 0 && !tables.isEmpty()) {
                tasks.add(() -> ObjectsTable.write(tables, files.objects()));
            }
            AtOnce.run(tasks);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String overlay(FileReport file) {
        boolean written = settings.outputs().contains(OutputKind.OVERLAY);
        return written ? file.name() + settings.outputs().place(OutputKind.OVERLAY).key() : "";
    }

    private Map<String, Path> tables(BatchReport report) {
        String suffix = settings.outputs().place(OutputKind.TABLE).key();
        Map<String, Path> tables = new LinkedHashMap<>();
        for (FileOutcome outcome : report.outcomes()) {
            for (Path file : outcome.written()) {
                if (file.toString().endsWith(suffix)) {
                    tables.put(outcome.input().toString(), file);
                }
            }
        }
        return tables;
    }
}
