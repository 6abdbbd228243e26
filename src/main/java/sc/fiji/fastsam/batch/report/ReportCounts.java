package sc.fiji.fastsam.batch.report;

import java.util.List;

/**
 * How many files became what.
 *
 * @param files all
 * @param done whose results are written
 * @param failed without results
 * @param canceled not begun, or not finished, when the user ended the run
 * @param missing not finished by any run so far
 * @param objects in all results
 */
public record ReportCounts(
        int files, int done, int failed, int canceled, int missing, long objects) {

    /** Counts files. */
    public static ReportCounts of(List<FileReport> files) {
        return new ReportCounts(
                files.size(),
                count(files, FileStatus.DONE),
                count(files, FileStatus.FAILED),
                count(files, FileStatus.CANCELED),
                count(files, FileStatus.MISSING),
                files.stream().mapToLong(FileReport::objects).sum());
    }

    /** True when every file is done. */
    public boolean isComplete() {
        return done == files;
    }

    private static int count(List<FileReport> files, FileStatus status) {
        return (int) files.stream().filter(file -> file.status() == status).count();
    }
}
