package sc.fiji.fastsam.image;

import java.math.BigInteger;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * ImgLib2 images read by region, however large they are: cell images by their cells, which they
 * load and forget by their own rules. Unsigned 8 and 16 bit and ARGB as they are, all other real
 * types as 32-bit floats. Closing does nothing.
 */
public final class ImgSource implements PlaneSource {

    private static final int MOST_DIMENSIONS = 4;

    /** Side of regions of images that are not made of cells. */
    private static final int SIDE = 512;

    /** From here on a double need not hold a whole number. */
    private static final double MOST_OF_DOUBLE = 1L << 53;

    /** Binary ones that a float holds. */
    private static final int DIGITS_OF_FLOAT = 24;

    private final RandomAccessibleInterval<?> image;
    private final ImageLayout layout;
    private final Size block;
    private volatile boolean rounded;

    private ImgSource(RandomAccessibleInterval<?> image, ImageLayout layout, Size block) {
        this.image = image;
        this.layout = layout;
        this.block = block;
    }

    /**
     * An image; nothing is copied.
     *
     * @param image x, y, then slices and frames where there are any; begins anywhere
     * @throws IllegalArgumentException if it has fewer than 2 or more than 4 dimensions, is empty,
     *     is longer than 2^31 - 1 along one, or has pixels of another type
     */
    public static ImgSource of(RandomAccessibleInterval<?> image) {
        int dimensions = image.numDimensions();
        if (dimensions < 2 || dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "The image must have 2 to 4 dimensions (x, y, slices, frames), but has "
                            + dimensions
                            + ". Choose a part of it, as with Views.hyperSlice.");
        }
        Size size = new Size(length(image, 0), length(image, 1));
        PlaneCounts planes = new PlaneCounts(1, length(image, 2), length(image, 3));
        ImageLayout layout = ImageLayout.of(size, type(image.getType())).withPlanes(planes);
        return new ImgSource(fromZero(image), layout, block(image, size));
    }

    /** NB: PrimitiveBlocks reads other pixels where coordinates go beyond 32 bits. */
    private static RandomAccessibleInterval<?> fromZero(RandomAccessibleInterval<?> image) {
        return Views.isZeroMin(image) ? image : Views.zeroMin(image);
    }

    private static int length(RandomAccessibleInterval<?> image, int dimension) {
        long length = dimension < image.numDimensions() ? image.dimension(dimension) : 1;
        if (length < 1 || length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The image must be 1 to 2147483647 long along each dimension, but dimension "
                            + dimension
                            + " is "
                            + length
                            + ".");
        }
        return (int) length;
    }

    private static PixelType type(Object type) {
        if (type instanceof ARGBType) {
            return PixelType.RGB;
        }
        if (type instanceof UnsignedByteType) {
            return PixelType.UINT8;
        }
        if (type instanceof UnsignedShortType) {
            return PixelType.UINT16;
        }
        if (type instanceof RealType) {
            return PixelType.FLOAT32;
        }
        throw new IllegalArgumentException(
                "The pixel type must be a RealType or ARGBType, but was "
                        + type.getClass().getSimpleName()
                        + ". Convert the image first (net.imglib2.converter.Converters).");
    }

    private static Size block(RandomAccessibleInterval<?> image, Size size) {
        int width = SIDE;
        int height = SIDE;
        if (image instanceof AbstractCellImg<?, ?, ?, ?> cells) {
            width = cells.getCellGrid().cellDimension(0);
            height = cells.getCellGrid().cellDimension(1);
        }
        return new Size(Math.min(size.width(), width), Math.min(size.height(), height));
    }

    @Override
    public ImageLayout layout() {
        return layout;
    }

    @Override
    public Size blockSize(int level) {
        layout.size(level);
        return block;
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region) {
        layout.check(plane, level, region);
        PixelBlock pixels = PixelBlock.create(region.size(), layout.type());
        Interval part = interval(plane, region);
        if (isStoredAlike()) {
            copyBlocks(image, part, pixels.pixels());
            if (layout.type() == PixelType.RGB) {
                makeOpaque(pixels.colors());
            }
        } else {
            copyValues(part, pixels);
        }
        return pixels;
    }

    private Interval interval(PlaneIndex plane, Region region) {
        int[] from = {region.x(), region.y(), plane.slice(), plane.frame()};
        int[] lengths = {region.width(), region.height(), 1, 1};
        long[] min = new long[image.numDimensions()];
        long[] max = new long[min.length];
        for (int d = 0; d < min.length; d++) {
            min[d] = from[d];
            max[d] = min[d] + lengths[d] - 1;
        }
        return new FinalInterval(min, max);
    }

    /** True for types whose arrays are those of pixel blocks. */
    private boolean isStoredAlike() {
        Object type = image.getType();
        return type instanceof UnsignedByteType
                || type instanceof UnsignedShortType
                || type instanceof ARGBType
                || type instanceof FloatType;
    }

    @SuppressWarnings("unchecked")
    private static <T extends NativeType<T>> void copyBlocks(
            RandomAccessibleInterval<?> image, Interval part, Object pixels) {
        PrimitiveBlocks.of((RandomAccessibleInterval<T>) image, PrimitiveBlocks.OnFallback.ACCEPT)
                .copy(part, pixels);
    }

    private static void makeOpaque(int[] colors) {
        for (int i = 0; i < colors.length; i++) {
            colors[i] |= 0xff000000;
        }
    }

    private void copyValues(Interval part, PixelBlock pixels) {
        float[] values = pixels.floats();
        Cursor<?> cursor = Views.flatIterable(Views.interval(image, part)).cursor();
        for (int i = 0; cursor.hasNext(); i++) {
            RealType<?> value = (RealType<?>) cursor.next();
            values[i] = value.getRealFloat();
            if (!rounded && isRounded(value, values[i])) {
                rounded = true;
            }
        }
    }

    private static boolean isRounded(RealType<?> value, float held) {
        double exact = value.getRealDouble();
        return Math.abs(exact) >= MOST_OF_DOUBLE && value instanceof IntegerType<?> whole
                ? digits(whole.getBigInteger()) > DIGITS_OF_FLOAT
                : held != exact && !Double.isNaN(exact);
    }

    /** Binary ones, from the first to the last that is set. */
    private static int digits(BigInteger value) {
        return value.abs().bitLength() - value.getLowestSetBit();
    }

    @Override
    public List<String> notes() {
        return rounded ? List.of(ROUNDED) : List.of();
    }

    @Override
    public void close() {}
}
