package sc.fiji.fastsam.io;

import java.io.IOException;
import java.nio.file.Path;

/** Opens files of one format. */
@FunctionalInterface
public interface ImageReader {

    /**
     * Opens an image; the caller closes it.
     *
     * @throws IOException if the file is damaged, cut short, or of a kind that is not read; the
     *     message follows the file's name and says the way out
     */
    PlaneSource open(Path file) throws IOException;
}
