package sc.fiji.fastsam.batch.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The files of a run as a whole, beside those of each image.
 *
 * @param folder where they lie
 * @param suffix before their endings: empty, or of a shard {@code -2-of-5}
 */
public record RunFiles(Path folder, String suffix) {

    private static final Pattern NAMES =
            Pattern.compile(
                    "(report(-\\d+-of-\\d+)?\\.(csv|json|html)"
                            + "|objects(-\\d+-of-\\d+)?\\.csv"
                            + "|journal(-\\d+-of-\\d+)?\\.jsonl)");

    /** Those of a whole run. */
    public static RunFiles of(Path folder) {
        return new RunFiles(folder, "");
    }

    /** Those of one of several shards, counted from 1. */
    public static RunFiles ofShard(Path folder, int index, int count) {
        return new RunFiles(folder, String.format(Locale.ROOT, "-%d-of-%d", index, count));
    }

    /** A line a file, for spreadsheets. */
    public Path csv() {
        return file("report", ".csv");
    }

    /** The same for programs. */
    public Path json() {
        return file("report", ".json");
    }

    /** The same to look at. */
    public Path page() {
        return file("report", ".html");
    }

    /** The objects of all files. */
    public Path objects() {
        return file("objects", ".csv");
    }

    /** What is done, a line a file. */
    public Path journal() {
        return file("journal", ".jsonl");
    }

    /** Those that are written anew at the end of each run. */
    public List<Path> summaries() {
        return List.of(csv(), json(), page(), objects());
    }

    /** True for names of such files, as of an earlier run or a shard of one. */
    public static boolean isOne(String name) {
        return NAMES.matcher(name).matches();
    }

    private Path file(String name, String ending) {
        return folder.resolve(name + suffix + ending);
    }
}
