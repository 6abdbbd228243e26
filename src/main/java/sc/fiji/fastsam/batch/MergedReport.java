package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.fastsam.batch.journal.JournalContent;
import sc.fiji.fastsam.batch.journal.JournalEntry;
import sc.fiji.fastsam.batch.journal.JournalRun;
import sc.fiji.fastsam.batch.journal.Recipe;
import sc.fiji.fastsam.batch.report.FileReport;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.batch.report.ObjectsTable;
import sc.fiji.fastsam.batch.report.ReportCells;
import sc.fiji.fastsam.batch.report.ReportCounts;
import sc.fiji.fastsam.batch.report.ReportFiles;
import sc.fiji.fastsam.batch.report.ReportPage;
import sc.fiji.fastsam.batch.report.RunFiles;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.settings.Counted;

/**
 * One report of what several runs have done, as the shards of one: made of their journals alone, as
 * if one computer had done all. Files are those of the run that began last.
 */
public final class MergedReport {

    private static final String TABLE = FileOutputs.ALL.place(OutputKind.TABLE).key();
    private static final String OVERLAY = FileOutputs.ALL.place(OutputKind.OVERLAY).key();

    private final List<Source> sources = new ArrayList<>();
    private final JournalRun plan;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private MergedReport(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            for (Path journal : JournalContent.in(folder)) {
                sources.add(new Source(folder, JournalContent.read(journal)));
            }
        }
        plan =
                runs().stream()
                        .max(Comparator.comparing(JournalRun::started))
                        .orElseThrow(() -> nothing(folders));
        plan.names().forEach(name -> find(name).ifPresent(one -> found.put(name, one)));
        addProblems();
    }

    /** A journal and where its results lie. */
    record Source(Path folder, JournalContent journal) {}

    /** A finished file and where its results lie. */
    record Found(Path folder, JournalEntry entry) {

        static final Comparator<Found> DONE_LAST =
                Comparator.comparing(one -> one.entry().finished());

        /** What each journal says of a file. */
        static Stream<Found> all(List<Source> sources, String name) {
            return sources.stream()
                    .flatMap(
                            source ->
                                    source.journal().find(name).stream()
                                            .map(entry -> new Found(source.folder(), entry)));
        }
    }

    /**
     * Reads the journals of some output folders.
     *
     * @throws IOException if there is none, or one cannot be read
     */
    public static MergedReport of(List<Path> folders) throws IOException {
        return new MergedReport(folders);
    }

    /**
     * Writes report and table of objects, over those that are there. Where no part has written
     * tables, an earlier table of objects is removed.
     *
     * @throws IOException if one cannot be written, an image's table is not beside its journal, or
     *     files of such names are of neither run nor report
     */
    public void write(Path folder) throws IOException {
        RunFiles files = RunFiles.of(folder);
        ForeignResults.checkSummaries(files);
        Map<String, Path> tables = tables();
        ObjectsTable.check(tables);
        Files.createDirectories(folder);
        ReportFiles.write(reports(), files);
        ReportPage.write(reports(), files, report -> overlay(report.name(), folder));
        if (tables.isEmpty()) {
            Files.deleteIfExists(files.objects());
        } else {
            ObjectsTable.write(tables, files.objects());
        }
    }

    /** How many files became what. */
    public ReportCounts counts() {
        return ReportCounts.of(reports());
    }

    /** What keeps the report from being that of one whole run, a sentence each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** What it leaves out though it is whole, as images that are gone, a sentence each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private List<JournalRun> runs() {
        return sources.stream().flatMap(source -> source.journal().runs().stream()).toList();
    }

    private Optional<Found> find(String name) {
        return Found.all(sources, name).max(Found.DONE_LAST);
    }

    private void addProblems() {
        ForeignRuns others = new ForeignRuns(sources, plan);
        notes.addAll(others.notes());
        problems.addAll(others.problems());
        addMissing();
        addOtherSettings();
        int unreadable = sources.stream().mapToInt(s -> s.journal().unreadable()).sum();
        if (unreadable > 0) {
            problems.add(Counted.text(unreadable, "line") + " of journals cannot be read");
        }
    }

    private void addMissing() {
        List<String> open = plan.names().stream().filter(n -> !found.containsKey(n)).toList();
        if (plan.shards() == 0) {
            addMissing(open.size(), "");
        }
        for (int shard = 1; shard <= plan.shards(); shard++) {
            int index = shard;
            addMissing(
                    open.stream().filter(n -> Shard.of(n, plan.shards()) == index).count(),
                    " of shard " + new Shard(index, plan.shards()));
        }
    }

    private void addMissing(long files, String where) {
        if (files > 0) {
            problems.add(
                    Counted.text(files, "file")
                            + where
                            + (files == 1 ? " is" : " are")
                            + " missing");
        }
    }

    private void addOtherSettings() {
        List<Recipe> recipes =
                found.values().stream().map(one -> one.entry().recipe()).distinct().toList();
        for (Recipe other : recipes.subList(Math.min(1, recipes.size()), recipes.size())) {
            problems.add(
                    "not all files were done with the same settings ("
                            + String.join(", ", other.changesFrom(recipes.get(0)))
                            + ")");
        }
    }

    private List<FileReport> reports() {
        return plan.names().stream()
                .map(
                        name ->
                                found.containsKey(name)
                                        ? found.get(name).entry().report()
                                        : missing(name))
                .toList();
    }

    private FileReport missing(String name) {
        String again =
                plan.shards() == 0
                        ? "give the command again"
                        : "run --shard "
                                + new Shard(Shard.of(name, plan.shards()), plan.shards())
                                + " again";
        return FileReport.bare(
                name,
                FileStatus.MISSING,
                ReportCells.of(name, FileStatus.MISSING, "no run has finished it: " + again));
    }

    private Map<String, Path> tables() {
        Map<String, Path> tables = new LinkedHashMap<>();
        for (Found one : found.values()) {
            if (one.entry().outputs().containsKey(TABLE)) {
                Object file = one.entry().report().cells().get(ReportCells.FILE);
                tables.put(String.valueOf(file), one.folder().resolve(one.entry().name() + TABLE));
            }
        }
        return tables;
    }

    private String overlay(String name, Path from) {
        Found one = found.get(name);
        if (one == null || !one.entry().outputs().containsKey(OVERLAY)) {
            return "";
        }
        Path base = from.toAbsolutePath().normalize();
        Path picture = one.folder().resolve(name + OVERLAY).toAbsolutePath().normalize();
        return picture.getRoot().equals(base.getRoot())
                ? base.relativize(picture).toString().replace('\\', '/')
                : "";
    }

    private static IOException nothing(List<Path> folders) {
        return new IOException(
                "there is no journal*.jsonl of a run in "
                        + String.join(", ", folders.stream().map(Path::toString).toList())
                        + ". Name output folders of fastsam segment.");
    }
}
