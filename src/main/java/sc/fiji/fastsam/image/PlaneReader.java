package sc.fiji.fastsam.image;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.SegmentationKeys;

/**
 * Reads 2-D ImgLib2 images, x first, of any real type or {@link ARGBType}. The interval may begin
 * anywhere; its first pixel becomes (0, 0).
 */
public final class PlaneReader {

    private PlaneReader() {}

    /**
     * Copies a plane and brings it to 0..1.
     *
     * @throws IllegalArgumentException if the image is not 2-D, is empty, has another pixel type,
     *     or the contrast asks for a display range, which ImgLib2 images do not have
     */
    @SuppressWarnings("unchecked")
    public static RgbImage read(RandomAccessibleInterval<?> image, InputSettings settings) {
        Size size = sizeOf(image);
        Object type = image.getType();
        if (type instanceof ARGBType) {
            return readRgb((RandomAccessibleInterval<ARGBType>) image, settings);
        }
        if (type instanceof RealType) {
            return readGray((RandomAccessibleInterval<? extends RealType<?>>) image, settings);
        }
        throw new IllegalArgumentException(
                "The pixel type must be a RealType or ARGBType, but was "
                        + type.getClass().getSimpleName()
                        + ". Convert the image first (net.imglib2.converter.Converters).");
    }

    private static Size sizeOf(RandomAccessibleInterval<?> image) {
        if (image.numDimensions() != 2) {
            throw new IllegalArgumentException(
                    "The image must have 2 dimensions, but has "
                            + image.numDimensions()
                            + ". Choose a plane first, e.g. with Views.hyperSlice.");
        }
        return new Size(Math.toIntExact(image.dimension(0)), Math.toIntExact(image.dimension(1)));
    }

    private static RgbImage readRgb(
            RandomAccessibleInterval<ARGBType> image, InputSettings settings) {
        Size size = sizeOf(image);
        int[] argb = new int[Math.toIntExact(size.area())];
        Cursor<ARGBType> cursor = Views.flatIterable(image).cursor();
        for (int i = 0; cursor.hasNext(); i++) {
            argb[i] = cursor.next().get();
        }
        return ofArgb(size, argb, settings);
    }

    /**
     * Planes of packed 0xAARRGGBB pixels, row-major; alpha is ignored. Color is taken as it is. A
     * picture without any color is a gray one that was stored as RGB: it is stretched like 8-bit
     * gray, whose display range is 0..255. Of one stain alone its density is a gray plane of 32
     * bits.
     */
    public static RgbImage ofArgb(Size size, int[] argb, InputSettings settings) {
        if (settings.isOfStain()) {
            return ofStain(size, argb, settings);
        }
        return isGray(argb) ? ofGrayArgb(size, argb, settings) : ofArgb(size, argb);
    }

    private static RgbImage ofStain(Size size, int[] argb, InputSettings settings) {
        float[] values = StainDensity.of(settings.stain()).at(argb);
        ValueRange range =
                settings.contrast() == Contrast.PERCENTILES
                        ? percentiles(values, settings)
                        : ValueRange.ofExtremes(values);
        return RgbImage.gray(size, range.stretch(values));
    }

    private static ValueRange percentiles(float[] values, InputSettings settings) {
        return ValueRange.ofPercentiles(
                values, settings.lowPercentile(), settings.highPercentile());
    }

    private static boolean isGray(int[] argb) {
        for (int pixel : argb) {
            int blue = pixel & 0xff;
            if ((pixel >> 16 & 0xff) != blue || (pixel >> 8 & 0xff) != blue) {
                return false;
            }
        }
        return true;
    }

    private static RgbImage ofGrayArgb(Size size, int[] argb, InputSettings settings) {
        float[] values = new float[argb.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = argb[i] & 0xff;
        }
        ValueRange range =
                settings.contrast() == Contrast.PERCENTILES
                        ? percentiles(values, settings)
                        : new ValueRange(0, 255);
        return RgbImage.gray(size, range.stretch(values));
    }

    /** Planes of packed 0xAARRGGBB pixels, row-major, as they are; alpha is ignored. */
    public static RgbImage ofArgb(Size size, int[] argb) {
        float[] red = new float[argb.length];
        float[] green = new float[argb.length];
        float[] blue = new float[argb.length];
        for (int i = 0; i < argb.length; i++) {
            red[i] = (argb[i] >> 16 & 0xff) / 255f;
            green[i] = (argb[i] >> 8 & 0xff) / 255f;
            blue[i] = (argb[i] & 0xff) / 255f;
        }
        return new RgbImage(size, red, green, blue);
    }

    private static RgbImage readGray(
            RandomAccessibleInterval<? extends RealType<?>> image, InputSettings settings) {
        Size size = sizeOf(image);
        float[] values = new float[Math.toIntExact(size.area())];
        Cursor<? extends RealType<?>> cursor = Views.flatIterable(image).cursor();
        for (int i = 0; cursor.hasNext(); i++) {
            values[i] = cursor.next().getRealFloat();
        }
        return RgbImage.gray(size, range(values, image.getType(), settings).stretch(values));
    }

    private static ValueRange range(float[] values, RealType<?> type, InputSettings settings) {
        if (settings.isOfStain()) {
            throw new IllegalArgumentException(
                    "stain must be none for gray values, but was "
                            + SegmentationKeys.STAIN.text(settings.stain())
                            + ": it needs an image of ARGBType.");
        }
        if (settings.contrast() == Contrast.DISPLAY) {
            throw new IllegalArgumentException(
                    "contrast must be PERCENTILES or TYPE for an ImgLib2 image, which has no display"
                            + " range, but was DISPLAY.");
        }
        if (settings.contrast() == Contrast.PERCENTILES) {
            return percentiles(values, settings);
        }
        return type instanceof IntegerType
                ? new ValueRange(type.getMinValue(), type.getMaxValue())
                : ValueRange.ofExtremes(values);
    }
}
