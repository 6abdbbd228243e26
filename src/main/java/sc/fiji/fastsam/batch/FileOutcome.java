package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.imagej.measure.FoundSizes;
import sc.fiji.fastsam.mask.RunSummary;

/**
 * What became of one file of a run.
 *
 * @param input the file
 * @param status done, failed or canceled
 * @param objects number of objects in its results
 * @param written the files written, in the order of {@link sc.fiji.fastsam.engine.OutputKind}
 * @param summary how the objects came about, if the network ran
 * @param milliseconds time of each stage, reading and writing included, in order
 * @param failure why it failed; its message follows the file's name
 * @param notes what a user should know of the result
 * @param sizes of the objects, if the network ran
 */
public record FileOutcome(
        Path input,
        FileStatus status,
        int objects,
        List<Path> written,
        Optional<RunSummary> summary,
        Map<String, Double> milliseconds,
        Optional<Throwable> failure,
        List<String> notes,
        Optional<FoundSizes> sizes) {

    /** Copies the collections. */
    public FileOutcome {
        written = List.copyOf(written);
        milliseconds = Collections.unmodifiableMap(new LinkedHashMap<>(milliseconds));
        notes = List.copyOf(notes);
    }

    /** A file whose results are written. */
    static FileOutcome done(
            Path input,
            ImageObjects found,
            List<Path> written,
            Map<String, Double> milliseconds,
            List<String> notes) {
        return new FileOutcome(
                input,
                FileStatus.DONE,
                found.count(),
                written,
                Optional.of(found.summary()),
                milliseconds,
                Optional.empty(),
                notes,
                Optional.of(found.sizes()));
    }

    /** A file that failed. */
    static FileOutcome failed(Path input, Throwable why) {
        return new FileOutcome(
                input,
                FileStatus.FAILED,
                0,
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.of(why),
                List.of(),
                Optional.empty());
    }

    /** A file that was not finished. */
    static FileOutcome canceled(Path input) {
        return new FileOutcome(
                input,
                FileStatus.CANCELED,
                0,
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** Why the file failed, in one line; empty if it did not. */
    public String error() {
        return failure.map(FileOutcome::oneLine).orElse("");
    }

    private static String oneLine(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "needs more memory than Java was given ("
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB). Give it more, as with FASTSAM_JAVA_OPTS=-Xmx8g.";
        }
        String message = failure.getMessage();
        return isExpected(failure) && message != null && !message.isBlank()
                ? message.replaceAll("\\s+", " ").strip()
                : "unexpected failure: "
                        + failure.toString().replaceAll("\\s+", " ").strip()
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
