package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import sc.fiji.fastsam.batch.journal.FileState;
import sc.fiji.fastsam.batch.journal.Journal;
import sc.fiji.fastsam.batch.journal.JournalEntry;
import sc.fiji.fastsam.batch.journal.Recipe;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.engine.ResultPlace;

/** Tells what of a run is done already, and notes what this run has done. */
final class Resumption {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Journal journal;
    private final BatchSettings settings;
    private final Recipe recipe;
    private final InputGuard guard;
    private final ForeignResults foreign;
    private final Map<String, JournalEntry> outdated = new HashMap<>();
    private boolean planned;

    /**
     * @param guard tells inputs, which are no results whatever they are called
     * @param foreign files that are not replaced
     */
    Resumption(
            Journal journal,
            BatchSettings settings,
            Recipe recipe,
            InputGuard guard,
            ForeignResults foreign) {
        this.journal = journal;
        this.settings = settings;
        this.recipe = recipe;
        this.guard = guard;
        this.foreign = foreign;
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
     *
     * @param all names, those of other shards too
     */
    RunPlan plan(List<InputFile> inputs, List<String> all) {
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
                ofOtherRuns(Set.copyOf(all)),
                journal.unreadable());
    }

    private int ofOtherRuns(Set<String> all) {
        return (int)
                journal.names().stream()
                        .filter(name -> !all.contains(name))
                        .filter(name -> journal.find(name).filter(JournalEntry::isDone).isPresent())
                        .count();
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
                : places().filter(place -> entry.outputs().get(place.key()) != JournalEntry.NO_FILE)
                        .map(place -> target(input, place))
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
        return input.state().equals(entry.state());
    }

    /** NB: also after a loss of power, which may leave files that are shorter than was written. */
    private boolean hasResults(InputFile input, JournalEntry entry) {
        return places().allMatch(
                        place -> hasResult(entry.outputs().get(place.key()), target(input, place)));
    }

    private static boolean hasResult(Long bytes, Path target) {
        return bytes != null && bytes == FileState.ofAny(target).bytes();
    }

    /** True when results are written into the images. */
    boolean changesInputs() {
        return settings.outputs().areInside();
    }

    /**
     * Notes a file that is done or has failed.
     *
     * @param state of the input as it was read
     * @throws IOException if it cannot be noted
     */
    void add(InputFile input, FileState state, FileOutcome outcome) throws IOException {
        journal.add(
                new JournalEntry(state, recipe, sizes(input, outcome), now(), outcome.report()));
    }

    /** The failure of a file whose results are not to be replaced. */
    Optional<FileOutcome> refused(InputFile input) {
        return foreign.refusal(input).map(why -> FileOutcome.failed(input, why));
    }

    /**
     * The outcome of a file with a note of results that it has left as they were.
     *
     * @param state of the input as it was read
     */
    FileOutcome noteEarlier(InputFile input, FileState state, FileOutcome outcome) {
        if (input.problem().isPresent() || refused(input).isPresent()) {
            return outcome;
        }
        Optional<JournalEntry> alike =
                journal.find(input.name())
                        .filter(entry -> entry.recipe().equals(recipe))
                        .filter(entry -> entry.state().equals(state));
        List<Path> left =
                EarlierResults.of(input.targets(settings.folder()), outcome.written(), alike)
                        .stream()
                        .filter(file -> !guard.isInput(file))
                        .toList();
        return left.isEmpty() ? outcome : outcome.withNote(EarlierResults.note(left));
    }

    /**
     * The outcome of a file at the end of the run: a failure where another run into the same folder
     * has written over its results meanwhile, with other settings.
     */
    FileOutcome atEnd(InputFile input, FileOutcome outcome) {
        return journal.find(input.name())
                .filter(entry -> outcome.status() == FileStatus.DONE)
                .filter(JournalEntry::isDone)
                .filter(entry -> !entry.recipe().equals(recipe))
                .map(entry -> FileOutcome.failed(input, replaced(entry)))
                .orElse(outcome);
    }

    private IOException replaced(JournalEntry entry) {
        return new IOException(
                "another run into this folder has replaced its results meanwhile, with other settings ("
                        + String.join(", ", entry.recipe().changesFrom(recipe))
                        + "). Give each run a folder of its own, and this command again.");
    }

    private SortedMap<String, Long> sizes(InputFile input, FileOutcome outcome) throws IOException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        if (outcome.status() == FileStatus.DONE) {
            for (ResultPlace place : places().toList()) {
                Path target = target(input, place);
                boolean isFile = outcome.written().contains(target);
                sizes.put(
                        place.key(), isFile ? FileState.of(target).bytes() : JournalEntry.NO_FILE);
            }
        }
        return sizes;
    }

    private Stream<ResultPlace> places() {
        return settings.outputs().places();
    }

    private Path target(InputFile input, ResultPlace place) {
        return place.path(input.targets(settings.folder()));
    }
}
