package sc.fiji.fastsam.batch.journal;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import sc.fiji.fastsam.batch.report.FileReport;
import sc.fiji.fastsam.batch.report.FileStatus;

/**
 * One finished file.
 *
 * @param state of the input when it was read
 * @param recipe what it was segmented with
 * @param outputs by what follows the name, as "-labels.tif": the bytes of the file, or {@link
 *     #NO_FILE} where there is nothing to write
 * @param finished when, as {@code 2026-11-26T12:00:00.123Z}
 * @param report what a report says of it
 */
public record JournalEntry(
        FileState state,
        Recipe recipe,
        SortedMap<String, Long> outputs,
        String finished,
        FileReport report) {

    /** In place of a size: there is no such file, as no ROI set of no objects. */
    public static final long NO_FILE = -1;

    /** Copies the map. */
    public JournalEntry {
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    }

    /** True when the file was done and has not failed. */
    public boolean isDone() {
        return report.status() == FileStatus.DONE;
    }

    /** What the names of its results begin with. */
    public String name() {
        return report.name();
    }
}
