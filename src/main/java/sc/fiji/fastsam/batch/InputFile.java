package sc.fiji.fastsam.batch;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to segment.
 *
 * @param path of the file
 * @param name what the names of its results begin with, relative to the output folder, with {@code
 *     /} between folders; differs from that of every other file of the run
 * @param problem why it cannot even be tried, as of a folder that may not be listed; a half
 *     sentence that follows the path
 */
public record InputFile(Path path, String name, Optional<String> problem) {

    /** A file that can be tried. */
    public InputFile(Path path, String name) {
        this(path, name, Optional.empty());
    }

    /**
     * Where a result goes, as {@code folder/name-labels.tif}.
     *
     * @param suffix of the result; one that begins with a slash lies inside the input
     */
    public Path target(Path folder, String suffix) {
        return suffix.startsWith("/")
                ? path.resolve(suffix.substring(1))
                : folder.resolve(name + suffix);
    }
}
