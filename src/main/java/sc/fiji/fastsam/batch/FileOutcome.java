package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.batch.report.AreaCounts;
import sc.fiji.fastsam.batch.report.FileReport;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.batch.report.ReportCells;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.imagej.measure.FoundSizes;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.UnreadImageException;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.OneLine;

/**
 * What became of one file of a run.
 *
 * @param input the file
 * @param status done, failed or canceled
 * @param earlier true when an earlier run, or another process, did it
 * @param written the files written, in the order of {@link sc.fiji.fastsam.engine.OutputKind}
 * @param milliseconds time of each stage, reading and writing included, in order
 * @param failure why it failed; its message follows the file's name
 * @param report what a report says of it
 * @param sizes of the objects, if the network ran
 */
public record FileOutcome(
        Path input,
        FileStatus status,
        boolean earlier,
        List<Path> written,
        Map<String, Double> milliseconds,
        Optional<Throwable> failure,
        FileReport report,
        Optional<FoundSizes> sizes) {

    /** Copies the collections. */
    public FileOutcome {
        written = List.copyOf(written);
        milliseconds = Collections.unmodifiableMap(new LinkedHashMap<>(milliseconds));
    }

    /**
     * A file whose results are written.
     *
     * @param picture for the report, in Base64
     */
    static FileOutcome done(InputFile input, ImageObjects found, Written written, String picture) {
        FileReport report =
                new FileReport(
                        input.name(),
                        FileStatus.DONE,
                        ReportCells.done(
                                input.path().toString(),
                                found,
                                written.milliseconds(),
                                written.notes()),
                        AreaCounts.of(objects(found)),
                        picture);
        return new FileOutcome(
                input.path(),
                FileStatus.DONE,
                false,
                written.files(),
                written.milliseconds(),
                Optional.empty(),
                report,
                Optional.of(found.sizes()));
    }

    private static List<SegmentedObject> objects(ImageObjects found) {
        return found.planes().stream().flatMap(plane -> plane.objects().stream()).toList();
    }

    /**
     * What was written.
     *
     * @param files in the order of their kinds
     * @param milliseconds of each stage
     * @param notes what a user should know of the result
     */
    record Written(List<Path> files, Map<String, Double> milliseconds, List<String> notes) {}

    /** A file that was done before, or by another process. */
    static FileOutcome earlier(InputFile input, FileReport report, List<Path> written) {
        return new FileOutcome(
                input.path(),
                report.status(),
                true,
                written,
                Map.of(),
                Optional.empty(),
                report.at(input.path().toString()),
                Optional.empty());
    }

    /** A file that failed. */
    static FileOutcome failed(InputFile input, Throwable why) {
        Throwable root = root(why);
        return without(input, FileStatus.FAILED, Optional.of(root), oneLine(root));
    }

    /** NB: where an image is read while it is segmented, no checked exception comes through. */
    private static Throwable root(Throwable why) {
        return why instanceof UnreadImageException unread ? unread.getCause() : why;
    }

    /** A file that was not finished. */
    static FileOutcome canceled(InputFile input) {
        return without(input, FileStatus.CANCELED, Optional.empty(), "");
    }

    private static FileOutcome without(
            InputFile input, FileStatus status, Optional<Throwable> failure, String error) {
        FileReport report =
                FileReport.bare(
                        input.name(),
                        status,
                        ReportCells.of(input.path().toString(), status, error));
        return new FileOutcome(
                input.path(),
                status,
                false,
                List.of(),
                Map.of(),
                failure,
                report,
                Optional.empty());
    }

    /** The same with a further note. */
    FileOutcome withNote(String note) {
        List<String> notes = new ArrayList<>(report.notes());
        notes.add(note);
        return new FileOutcome(
                input,
                status,
                earlier,
                written,
                milliseconds,
                failure,
                report.withNotes(notes),
                sizes);
    }

    /** Number of objects in its results. */
    public int objects() {
        return report.objects();
    }

    /** What a user should know of the result. */
    public List<String> notes() {
        return report.notes();
    }

    /** Why the file failed, in one line; empty if it did not. */
    public String error() {
        return report.error();
    }

    private static String oneLine(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return MemoryNeed.shortage();
        }
        String message = failure.getMessage();
        return isExpected(failure) && message != null && !message.isBlank()
                ? OneLine.of(message).strip()
                : "unexpected failure: "
                        + OneLine.of(failure.toString()).strip()
                        + ". Run it again with --debug and report it.";
    }

    /** Exceptions whose message is made for users; those of Java itself are half sentences. */
    private static boolean isExpected(Throwable failure) {
        return failure instanceof IOException
                || failure.getClass() == IllegalArgumentException.class
                || failure.getClass() == IllegalStateException.class
                || failure.getClass().getName().startsWith("sc.fiji.fastsam.");
    }
}
