package sc.fiji.fastsam.evaluate;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;

/** Opens image files. */
@FunctionalInterface
public interface LabelReader {

    /**
     * The image with all its planes.
     *
     * @throws IOException if it cannot be read; the message follows the file's name
     */
    ImagePlus open(Path file) throws IOException;
}
