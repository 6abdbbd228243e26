package sc.fiji.fastsam.batch;

import java.util.List;

/**
 * What became of a run.
 *
 * @param outcomes one for each file, in the order of the files
 */
public record BatchReport(List<FileOutcome> outcomes) {

    /** Copies the list. */
    public BatchReport {
        outcomes = List.copyOf(outcomes);
    }

    /** Number of files with that status. */
    public int count(FileStatus status) {
        return (int) outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }

    /** Number of objects in all files. */
    public long objects() {
        return outcomes.stream().mapToLong(FileOutcome::objects).sum();
    }

    /** True when every file is done. */
    public boolean isComplete() {
        return count(FileStatus.DONE) == outcomes.size();
    }
}
