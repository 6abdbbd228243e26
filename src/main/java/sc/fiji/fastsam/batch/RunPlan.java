package sc.fiji.fastsam.batch;

import java.util.List;

/**
 * What a run finds done in its output folder.
 *
 * @param files of the run
 * @param kept files that are done and stay as they are
 * @param otherSettings files that are done again because settings, network or version are others
 * @param changes what is other there, as "diameter 20 -> 30"
 * @param otherImages files that are done again because the image has changed
 * @param lostResults files that are done again because results are missing or of another size
 * @param failed files that are tried again
 * @param unreadableLines of journals, damaged or of another version
 */
public record RunPlan(
        int files,
        int kept,
        int otherSettings,
        List<String> changes,
        int otherImages,
        int lostResults,
        int failed,
        int unreadableLines) {

    /** Copies the list. */
    public RunPlan {
        changes = List.copyOf(changes);
    }

    /** True when there is something for this run to do. */
    public boolean hasWork() {
        return kept < files;
    }
}
