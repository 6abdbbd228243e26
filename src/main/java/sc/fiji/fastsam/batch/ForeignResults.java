package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sc.fiji.fastsam.batch.journal.Journal;
import sc.fiji.fastsam.batch.journal.JournalContent;
import sc.fiji.fastsam.batch.report.ReportFiles;
import sc.fiji.fastsam.batch.report.RunFiles;
import sc.fiji.fastsam.engine.ResultPlace;

/**
 * Files that have the names of results, and were there before any run into the folder that a
 * journal knows of: nobody can tell whose they are, as label images that were drawn by hand beside
 * the images. They are not replaced unless that is asked for.
 */
final class ForeignResults {

    private static final String REFUSAL =
            " was there before any run that is known. Move it away, choose another output folder, or"
                    + " have all results replaced (force).";

    private final Map<String, Path> byName = new HashMap<>();

    private ForeignResults() {}

    /**
     * Looks for them; none where everything is done again, or a journal is not whole.
     *
     * @throws IOException if the journal cannot be read
     */
    static ForeignResults of(
            Collection<InputFile> inputs, BatchSettings settings, Journal journal, InputGuard guard)
            throws IOException {
        ForeignResults found = new ForeignResults();
        if (settings.options().force() || journal.unreadable() > 0) {
            return found;
        }
        Set<String> known = journal.names();
        Set<String> foreign = journal.foreign();
        for (InputFile input : inputs) {
            boolean unknown = !known.contains(input.name()) || foreign.contains(input.name());
            if (unknown && input.problem().isEmpty()) {
                there(input, settings)
                        .filter(file -> !guard.isInput(file))
                        .findFirst()
                        .ifPresent(file -> found.byName.put(input.name(), file));
            }
        }
        if (!found.byName.isEmpty()) {
            // NB: another process may have begun since, whose results these are.
            journal.refresh();
            Set<String> begun = journal.names();
            found.byName.keySet().removeIf(n -> begun.contains(n) && !foreign.contains(n));
        }
        return found;
    }

    /**
     * Looks for files under the names of a run's reports and tables, as a report that somebody has
     * written.
     *
     * @throws IOException if there is one, and no run into the folder is known
     */
    static void checkRunFiles(BatchSettings settings) throws IOException {
        Optional<Path> there =
                settings.runFiles().summaries().stream().filter(Files::exists).findFirst();
        if (there.isPresent()
                && !settings.options().force()
                && JournalContent.in(settings.folder()).isEmpty()) {
            throw new IOException(there.get() + REFUSAL);
        }
    }

    /**
     * Looks for files under the names of a report of several runs, as a table that somebody has
     * written.
     *
     * @throws IOException if there is one, and neither the journal of a whole run, which looks for
     *     them as it begins, nor an earlier report
     */
    static void checkSummaries(RunFiles files) throws IOException {
        Optional<Path> there = files.summaries().stream().filter(Files::exists).findFirst();
        if (there.isPresent()
                && !Files.exists(files.journal())
                && !ReportFiles.isReport(files.json())) {
            throw new IOException(
                    there.get()
                            + " is of no run or report that is known. Move it away, or choose"
                            + " another folder for the report.");
        }
    }

    /** NB: of folders, as Zarr stores, their writers tell whose they are. */
    private static Stream<Path> there(InputFile input, BatchSettings settings) {
        return settings.outputs()
                .places()
                .filter(ResultPlace.Beside.class::isInstance)
                .map(place -> place.path(input.targets(settings.folder())))
                .filter(Files::isRegularFile);
    }

    /** Names of the inputs whose results are there, sorted. */
    List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    /** Why an input is not done; nothing if it may be. */
    Optional<IOException> refusal(InputFile input) {
        return Optional.ofNullable(byName.get(input.name()))
                .map(file -> new IOException("its result " + file + REFUSAL));
    }
}
