package sc.fiji.fastsam.engine;

import java.nio.file.Path;
import sc.fiji.fastsam.io.zarr.ZarrLabelWriter;

/** Where a result of an image lies. */
public sealed interface ResultPlace {

    /** What journals call it, as {@code -labels.tif} or {@code /labels/fastsam}. */
    String key();

    /**
     * The file or folder.
     *
     * @throws IllegalArgumentException if it lies inside of an image that is not known
     */
    Path path(ResultTargets targets);

    /**
     * Beside the other results.
     *
     * @param suffix what follows the name that they share
     */
    record Beside(String suffix) implements ResultPlace {

        @Override
        public String key() {
            return suffix;
        }

        @Override
        public Path path(ResultTargets targets) {
            Path stem = targets.stem();
            return stem.resolveSibling(stem.getFileName() + suffix);
        }
    }

    /**
     * Among the label images inside of the image, an OME-Zarr.
     *
     * @param name of the label image
     */
    record Inside(String name) implements ResultPlace {

        @Override
        public String key() {
            return "/labels/" + name;
        }

        @Override
        public Path path(ResultTargets targets) {
            return ZarrLabelWriter.inside(targets.knownImage(), name);
        }
    }
}
