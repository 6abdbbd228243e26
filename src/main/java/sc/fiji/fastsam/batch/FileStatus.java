package sc.fiji.fastsam.batch;

import java.util.Locale;

/** What became of a file. */
public enum FileStatus {
    /** All its results are written. */
    DONE,
    /** None of its results is written. */
    FAILED,
    /** Not begun, or not finished, when the user ended the run; none of its results is written. */
    CANCELED;

    /** Lower case, as in the report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
