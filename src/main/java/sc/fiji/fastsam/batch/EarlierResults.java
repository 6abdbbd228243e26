package sc.fiji.fastsam.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sc.fiji.fastsam.batch.journal.JournalEntry;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ResultTargets;

/**
 * Results of a file that an earlier run has left and this one has not replaced, as where other
 * kinds are written now, or where the file has failed. They stay, but do not go with what is new.
 */
final class EarlierResults {

    private EarlierResults() {}

    /**
     * Those that are there.
     *
     * @param targets where the results of the file go
     * @param written by this run
     * @param alike what a run has done with the same settings and the same image, whose results go
     *     with this run's; nothing if that is not so
     */
    static List<Path> of(ResultTargets targets, List<Path> written, Optional<JournalEntry> alike) {
        Set<String> good = alike.map(entry -> entry.outputs().keySet()).orElse(Set.of());
        return FileOutputs.besides()
                .filter(place -> !good.contains(place.key()))
                .map(place -> place.path(targets))
                .filter(file -> !written.contains(file) && Files.exists(file))
                .toList();
    }

    /** A note that names them, one or more. */
    static String note(List<Path> left) {
        return String.join(", ", left.stream().map(file -> "" + file.getFileName()).toList())
                + (left.size() == 1 ? " is" : " are")
                + " of an earlier run, which may have had other settings or another image";
    }
}
