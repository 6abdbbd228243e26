package sc.fiji.fastsam.batch.report;

import java.util.Locale;

/** What became of a file. */
public enum FileStatus {
    /** All its results are written. */
    DONE,
    /** None of its results is written. */
    FAILED,
    /** Not begun, or not finished, when the user ended the run; none of its results is written. */
    CANCELED,
    /** No run has finished it so far; only reports that are made of several say so. */
    MISSING;

    /** Lower case, as in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
