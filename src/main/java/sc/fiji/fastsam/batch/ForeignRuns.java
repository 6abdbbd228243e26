package sc.fiji.fastsam.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.fastsam.batch.MergedReport.Found;
import sc.fiji.fastsam.batch.MergedReport.Source;
import sc.fiji.fastsam.batch.journal.JournalRun;
import sc.fiji.fastsam.settings.Counted;
import sc.fiji.fastsam.settings.NameList;

/** Tells of runs of other images among those that are merged as the parts of one. */
final class ForeignRuns {

    private static final String WAY_OUT = ". Name folders of the parts of one run alone";

    private final List<Source> sources;
    private final JournalRun plan;

    /**
     * @param plan the run that a report is made of
     */
    ForeignRuns(List<Source> sources, JournalRun plan) {
        this.sources = sources;
        this.plan = plan;
    }

    /** A sentence each, without full stop. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(leftOut());
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

    /** Files of a folder's last run that the report does not have. */
    private List<String> leftOut() {
        Set<String> known = Set.copyOf(plan.names());
        List<String> problems = new ArrayList<>();
        byFolder()
                .forEach(
                        (folder, journals) -> {
                            long left = lastNames(journals).filter(n -> !known.contains(n)).count();
                            if (left > 0) {
                                problems.add(
                                        Counted.text(left, "file")
                                                + " of the run into "
                                                + folder
                                                + " left out, as the run that began last has no such"
                                                + " files"
                                                + WAY_OUT);
                            }
                        });
        return problems;
    }

    private Map<Path, List<Source>> byFolder() {
        return sources.stream()
                .collect(Collectors.groupingBy(Source::folder, TreeMap::new, Collectors.toList()));
    }

    private static Stream<String> lastNames(List<Source> journals) {
        return journals.stream()
                .flatMap(source -> source.journal().runs().stream())
                .max(Comparator.comparing(JournalRun::started))
                .stream()
                .flatMap(run -> run.names().stream());
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
