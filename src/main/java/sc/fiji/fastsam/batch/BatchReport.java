package sc.fiji.fastsam.batch;

import java.util.List;
import sc.fiji.fastsam.batch.report.FileReport;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.batch.report.ReportCounts;

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
        return counts().objects();
    }

    /** True when every file is done. */
    public boolean isComplete() {
        return counts().isComplete();
    }

    /** How many files became what. */
    public ReportCounts counts() {
        return ReportCounts.of(files());
    }

    /** What reports say of the files. */
    List<FileReport> files() {
        return outcomes.stream().map(FileOutcome::report).toList();
    }
}
