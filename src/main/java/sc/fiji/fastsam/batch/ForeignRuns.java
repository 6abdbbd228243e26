package sc.fiji.fastsam.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import sc.fiji.fastsam.batch.MergedReport.Found;
import sc.fiji.fastsam.batch.MergedReport.Source;
import sc.fiji.fastsam.batch.journal.JournalEntry;
import sc.fiji.fastsam.batch.journal.JournalRun;
import sc.fiji.fastsam.settings.Counted;
import sc.fiji.fastsam.settings.NameList;

/** Tells of runs of other images among those that are merged as the parts of one. */
final class ForeignRuns {

    private static final String WAY_OUT = ". Name folders of the parts of one run alone";

    private static final String ALL = ". To have all in one report, give one command all files";

    private final List<Source> sources;
    private final JournalRun plan;

    /**
     * @param plan the run that a report is made of
     */
    ForeignRuns(List<Source> sources, JournalRun plan) {
        this.sources = sources;
        this.plan = plan;
    }

    /** What keeps them from being one run, a sentence each, without full stop. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        byFolder()
                .forEach(
                        (folder, journals) ->
                                add(
                                        problems,
                                        others(journals).size(),
                                        "the run into " + folder,
                                        WAY_OUT));
        List<String> unlike = plan.names().stream().filter(this::isOfUnlikeImages).toList();
        if (!unlike.isEmpty()) {
            problems.add(
                    "results of different images have the same name in these folders ("
                            + NameList.text(unlike)
                            + "); the ones done last are in the report"
                            + WAY_OUT);
        }
        return problems;
    }

    /**
     * What earlier runs did that the report does not have, likewise; as where images have left the
     * folder since.
     */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        byFolder()
                .forEach(
                        (folder, journals) -> {
                            Set<String> earlier = doneNames(journals);
                            earlier.removeAll(others(journals));
                            plan.names().forEach(earlier::remove);
                            add(notes, earlier.size(), "earlier runs into " + folder, ALL);
                        });
        return notes;
    }

    /** Files of a folder's last run that the report does not have. */
    private Set<String> others(List<Source> journals) {
        Set<String> others = new HashSet<>(lastNames(journals));
        plan.names().forEach(others::remove);
        return others;
    }

    private static void add(List<String> texts, int left, String where, String wayOut) {
        if (left > 0) {
            texts.add(
                    Counted.text(left, "file")
                            + " of "
                            + where
                            + " left out, as the run that began last has no such files"
                            + wayOut);
        }
    }

    private static Set<String> doneNames(List<Source> journals) {
        Set<String> done = new HashSet<>();
        for (Source source : journals) {
            source.journal().runs().stream()
                    .flatMap(run -> run.names().stream())
                    .filter(
                            name ->
                                    source.journal()
                                            .find(name)
                                            .filter(JournalEntry::isDone)
                                            .isPresent())
                    .forEach(done::add);
        }
        return done;
    }

    private Map<Path, List<Source>> byFolder() {
        return sources.stream()
                .collect(Collectors.groupingBy(Source::folder, TreeMap::new, Collectors.toList()));
    }

    private static List<String> lastNames(List<Source> journals) {
        return journals.stream()
                .flatMap(source -> source.journal().runs().stream())
                .max(Comparator.comparing(JournalRun::started))
                .stream()
                .flatMap(run -> run.names().stream())
                .toList();
    }

    /** NB: within a folder the later result has taken the place of the earlier. */
    private boolean isOfUnlikeImages(String name) {
        Map<Path, Found> lastOfFolder =
                Found.all(sources, name)
                        .collect(
                                Collectors.toMap(
                                        Found::folder,
                                        one -> one,
                                        BinaryOperator.maxBy(Found.DONE_LAST)));
        return lastOfFolder.values().stream().map(one -> one.entry().state()).distinct().count()
                > 1;
    }
}
