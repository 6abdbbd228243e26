package sc.fiji.fastsam.batch;

import java.util.List;
import sc.fiji.fastsam.settings.Counted;

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
 * @param ofOtherRuns files that earlier runs have done into the same folder, and which this run was
 *     not given: its report and tables do not have them
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
        int ofOtherRuns,
        int unreadableLines) {

    /** Copies the list. */
    public RunPlan {
        changes = List.copyOf(changes);
    }

    /** What a user should know of files of other runs; empty if there are none. */
    public String note() {
        return ofOtherRuns == 0
                ? ""
                : Counted.text(ofOtherRuns, "image")
                        + " that earlier runs have done into this folder "
                        + (ofOtherRuns == 1 ? "is" : "are")
                        + " not in the report and table of this run, which tell of the files that it"
                        + " was given. Give all of them at once to have them together.";
    }

    /** True when there is something for this run to do. */
    public boolean hasWork() {
        return kept < files;
    }
}
