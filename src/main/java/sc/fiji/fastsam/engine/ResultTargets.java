package sc.fiji.fastsam.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the results of an image go.
 *
 * @param image the file or folder that was segmented, if it is one
 * @param stem what the names of results begin with, folder included
 */
public record ResultTargets(Optional<Path> image, Path stem) {

    /** Of an image that is a file or folder. */
    public ResultTargets(Path image, Path stem) {
        this(Optional.of(image), stem);
    }

    /**
     * The image.
     *
     * @throws IllegalArgumentException if it is none on a disk
     */
    Path knownImage() {
        return image.orElseThrow(
                () ->
                        new IllegalArgumentException(
                                "Label images cannot be put into an image that is in memory."
                                        + " Choose another labels_format."));
    }
}
