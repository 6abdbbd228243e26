package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import java.io.IOException;
import net.imglib2.RandomAccessibleInterval;
import sc.fiji.fastsam.image.ImgSource;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.io.UnreadImageException;

/** ImgLib2 images as ImageJ's. */
public final class ImgImages {

    private static final String TITLE = "image";

    private ImgImages() {}

    /**
     * An image for ImageJ: unsigned 8 and 16 bit and ARGB as they are, all other real types as
     * 32-bit floats. A copy where it is small; planes are read when they are asked for where all of
     * it would take more than half of Java's memory; and a plane that is too large to be segmented
     * whole is read in parts, with no pixels in ImageJ's image. Not calibrated; its title is
     * "image".
     *
     * @param image x, y, then slices and frames where there are any; begins anywhere
     * @throws IllegalArgumentException if it has fewer than 2 or more than 4 dimensions, is empty,
     *     is longer than 2^31 - 1 along one, or has pixels of another type
     */
    public static ImagePlus wrap(RandomAccessibleInterval<?> image) {
        try {
            ImagePlus wrapped = ImageFiles.of(TITLE, ImgSource.of(image));
            wrapped.setOpenAsHyperStack(wrapped.getNSlices() > 1 && wrapped.getNFrames() > 1);
            return wrapped;
        } catch (IOException e) {
            throw new UnreadImageException(e);
        }
    }
}
