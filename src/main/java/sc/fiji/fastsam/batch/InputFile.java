package sc.fiji.fastsam.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.batch.journal.FileState;
import sc.fiji.fastsam.engine.ResultTargets;

/**
 * A file to segment.
 *
 * @param path of the file
 * @param name what the names of its results begin with, relative to the output folder, with {@code
 *     /} between folders; differs from that of every other file of the run
 * @param parts the other files of an image that lies in several
 * @param problem why it cannot even be tried, as of a folder that may not be listed; a half
 *     sentence that follows the path
 */
public record InputFile(Path path, String name, List<Path> parts, Optional<String> problem) {

    /** Copies the list. */
    public InputFile {
        parts = List.copyOf(parts);
    }

    /** An image in one file. */
    public InputFile(Path path, String name, Optional<String> problem) {
        this(path, name, List.of(), problem);
    }

    /** A file that can be tried. */
    public InputFile(Path path, String name) {
        this(path, name, Optional.empty());
    }

    /** The same with the image's other files. */
    InputFile withParts(List<Path> others) {
        return new InputFile(path, name, others, problem);
    }

    /** What tells that none of the image's files has been changed. */
    FileState state() {
        return parts.stream().map(FileState::ofAny).reduce(FileState.ofAny(path), FileState::and);
    }

    /** Name of the file; of the root of a file system, which has none, its path. */
    public String title() {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    /**
     * Where its results go.
     *
     * @param folder of the run's results
     */
    public ResultTargets targets(Path folder) {
        return new ResultTargets(path, folder.resolve(name));
    }
}
