package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/** ImgLib2 images as ImageJ's. */
public final class ImgImages {

    private static final String TITLE = "image";
    private static final int MOST_DIMENSIONS = 4;

    private ImgImages() {}

    /**
     * Copies an image: unsigned 8 and 16 bit and ARGB as they are, all other real types as 32-bit
     * floats. Not calibrated; its title is "image".
     *
     * @param image x, y, then slices and frames where there are any; begins anywhere
     * @throws IllegalArgumentException if it has fewer than 2 or more than 4 dimensions, is empty,
     *     or has pixels of another type
     */
    public static ImagePlus wrap(RandomAccessibleInterval<?> image) {
        int dimensions = image.numDimensions();
        if (dimensions < 2 || dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "The image must have 2 to 4 dimensions (x, y, slices, frames), but has "
                            + dimensions
                            + ". Choose a part of it, as with Views.hyperSlice.");
        }
        RandomAccessibleInterval<?> stack = image;
        while (stack.numDimensions() < MOST_DIMENSIONS) {
            stack = Views.addDimension(stack, 0, 0);
        }
        int slices = Math.toIntExact(stack.dimension(2));
        int frames = Math.toIntExact(stack.dimension(3));
        ImageStack planes = new ImageStack();
        for (int frame = 0; frame < frames; frame++) {
            for (int slice = 0; slice < slices; slice++) {
                planes.addSlice(processor(plane(stack, slice, frame)));
            }
        }
        ImagePlus wrapped = new ImagePlus(TITLE, planes);
        wrapped.setDimensions(1, slices, frames);
        wrapped.setOpenAsHyperStack(slices > 1 && frames > 1);
        return wrapped;
    }

    private static RandomAccessibleInterval<?> plane(
            RandomAccessibleInterval<?> stack, int slice, int frame) {
        RandomAccessibleInterval<?> frames =
                Views.hyperSlice(stack, MOST_DIMENSIONS - 1, stack.min(3) + frame);
        return Views.hyperSlice(frames, 2, stack.min(2) + slice);
    }

    private static ImageProcessor processor(RandomAccessibleInterval<?> plane) {
        int width = Math.toIntExact(plane.dimension(0));
        int height = Math.toIntExact(plane.dimension(1));
        Object type = plane.getType();
        if (type instanceof ARGBType) {
            return fill(new ColorProcessor(width, height), plane);
        }
        if (!(type instanceof RealType)) {
            throw new IllegalArgumentException(
                    "The pixel type must be a RealType or ARGBType, but was "
                            + type.getClass().getSimpleName()
                            + ". Convert the image first (net.imglib2.converter.Converters).");
        }
        if (type instanceof UnsignedByteType) {
            return fill(new ByteProcessor(width, height), plane);
        }
        return fill(
                type instanceof UnsignedShortType
                        ? new ShortProcessor(width, height)
                        : new FloatProcessor(width, height),
                plane);
    }

    private static ImageProcessor fill(ImageProcessor ip, RandomAccessibleInterval<?> plane) {
        var cursor = Views.flatIterable(plane).cursor();
        for (int i = 0; cursor.hasNext(); i++) {
            Object pixel = cursor.next();
            if (pixel instanceof ARGBType color) {
                ip.set(i, color.get());
            } else {
                ip.setf(i, ((RealType<?>) pixel).getRealFloat());
            }
        }
        return ip;
    }
}
