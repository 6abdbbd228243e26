package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sc.fiji.fastsam.batch.journal.FileState;
import sc.fiji.fastsam.batch.journal.Journal;
import sc.fiji.fastsam.batch.journal.JournalEntry;
import sc.fiji.fastsam.batch.journal.Recipe;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.engine.OutputKind;

/** Tells what of a run is done already, and notes what this run has done. */
final class Resumption {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Journal journal;
    private final BatchSettings settings;
    private final Recipe recipe;
    private final Map<String, JournalEntry> outdated = new HashMap<>();
    private boolean planned;

    Resumption(Journal journal, BatchSettings settings, Recipe recipe) {
        this.journal = journal;
        this.settings = settings;
        this.recipe = recipe;
    }

    /** Why a file is done, or not. */
    private enum Standing {
        KEPT,
        NEW,
        OUTDATED,
        OTHER_SETTINGS,
        OTHER_IMAGE,
        LOST_RESULTS,
        FAILED
    }

    /** The time now, as journals write it. */
    static String now() {
        return TIME.format(Instant.now());
    }

    /**
     * Looks at all files. What failed is tried again, and with force everything is done again; but
     * what another process does from now on counts.
     */
    RunPlan plan(List<InputFile> inputs) {
        int[] counts = new int[Standing.values().length];
        TreeMap<String, Integer> changes = new TreeMap<>();
        for (InputFile input : inputs) {
            Optional<JournalEntry> entry = journal.find(input.name());
            Standing standing = entry.map(e -> standing(input, e)).orElse(Standing.NEW);
            if (settings.options().force() || standing == Standing.FAILED) {
                entry.ifPresent(done -> outdated.put(input.name(), done));
            }
            counts[standing.ordinal()]++;
            if (standing == Standing.OTHER_SETTINGS) {
                recipe.changesFrom(entry.orElseThrow().recipe())
                        .forEach(change -> changes.merge(change, 1, Integer::sum));
            }
        }
        planned = true;
        return new RunPlan(
                inputs.size(),
                settings.options().force() ? 0 : counts[Standing.KEPT.ordinal()],
                counts[Standing.OTHER_SETTINGS.ordinal()],
                List.copyOf(changes.keySet()),
                counts[Standing.OTHER_IMAGE.ordinal()],
                counts[Standing.LOST_RESULTS.ordinal()],
                counts[Standing.FAILED.ordinal()],
                journal.unreadable());
    }

    /** The outcome of a file that need not be done. */
    Optional<FileOutcome> kept(InputFile input) {
        return journal.find(input.name())
                .filter(entry -> standing(input, entry) == Standing.KEPT)
                .map(entry -> FileOutcome.earlier(input, entry.report(), written(input, entry)));
    }

    private List<Path> written(InputFile input, JournalEntry entry) {
        return entry.outputs().isEmpty()
                ? List.of()
                : settings.outputs().stream()
                        .sorted()
                        .filter(kind -> entry.outputs().get(key(kind)) != JournalEntry.NO_FILE)
                        .map(kind -> input.target(settings.folder(), kind))
                        .toList();
    }

    private Standing standing(InputFile input, JournalEntry entry) {
        if (entry.equals(outdated.get(input.name()))) {
            return Standing.OUTDATED;
        }
        if (!planned && entry.report().status() != FileStatus.DONE) {
            return Standing.FAILED;
        }
        if (!entry.recipe().equals(recipe)) {
            return Standing.OTHER_SETTINGS;
        }
        if (!isUnchanged(input, entry)) {
            return Standing.OTHER_IMAGE;
        }
        boolean failed = entry.report().status() != FileStatus.DONE;
        return failed || hasResults(input, entry) ? Standing.KEPT : Standing.LOST_RESULTS;
    }

    private static boolean isUnchanged(InputFile input, JournalEntry entry) {
        return FileState.ofAny(input.path()).equals(entry.state());
    }

    /** NB: also after a loss of power, which may leave files that are shorter than was written. */
    private boolean hasResults(InputFile input, JournalEntry entry) {
        return settings.outputs().stream()
                .allMatch(kind -> hasResult(entry.outputs().get(key(kind)), target(input, kind)));
    }

    private static boolean hasResult(Long bytes, Path target) {
        return bytes != null && (bytes == JournalEntry.NO_FILE || bytes == size(target));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return Long.MIN_VALUE;
        }
    }

    /**
     * Notes a file that is done or has failed.
     *
     * @param state of the input before it was read
     * @throws IOException if it cannot be noted
     */
    void add(InputFile input, FileState state, FileOutcome outcome) throws IOException {
        journal.add(
                new JournalEntry(state, recipe, sizes(input, outcome), now(), outcome.report()));
    }

    private SortedMap<String, Long> sizes(InputFile input, FileOutcome outcome) throws IOException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        if (outcome.status() == FileStatus.DONE) {
            for (OutputKind kind : settings.outputs()) {
                Path target = target(input, kind);
                boolean isFile = outcome.written().contains(target);
                sizes.put(key(kind), isFile ? Files.size(target) : JournalEntry.NO_FILE);
            }
        }
        return sizes;
    }

    private Path target(InputFile input, OutputKind kind) {
        return input.target(settings.folder(), kind);
    }

    private static String key(OutputKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
