package sc.fiji.fastsam.imagej;

import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import sc.fiji.fastsam.concurrent.AtOnce;
import sc.fiji.fastsam.image.ChannelValues;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.ValueRange;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.settings.InputSettings;

/**
 * Brings gray pixels to 0..1. The stored values are taken: a calibration keeps their order. 8- and
 * 16-bit planes go through a histogram and a table, each pixel twice.
 */
final class GrayValues {

    private GrayValues() {}

    /**
     * Stretched values, a copy.
     *
     * @param display its min and max are the display range
     * @param inverted 1 becomes 0 and 0 becomes 1; a flat plane is 0 in any case
     */
    static float[] stretch(ImageProcessor ip, LUT display, InputSettings input, boolean inverted) {
        if (ip.getPixels() instanceof float[] pixels) {
            return finish(pixels.clone(), range(pixels, display, input), inverted);
        }
        int values = 1 << ip.getBitDepth();
        if (ip.getPixels() instanceof short[] pixels) {
            int[] histogram =
                    histogram(
                            values,
                            pixels.length,
                            (counts, from, end) -> {
                                for (int i = from; i < end; i++) {
                                    counts[pixels[i] & 0xffff]++;
                                }
                            });
            return look(pixels, table(range(histogram, display, input), values, inverted));
        }
        byte[] pixels = (byte[]) ip.getPixels();
        int[] histogram =
                histogram(
                        values,
                        pixels.length,
                        (counts, from, end) -> {
                            for (int i = from; i < end; i++) {
                                counts[pixels[i] & 0xff]++;
                            }
                        });
        return look(pixels, table(range(histogram, display, input), values, inverted));
    }

    /**
     * What brings stored pixels to 0..1 by a range that is known, for many parts of a plane.
     *
     * @param type of all of them, not RGB
     */
    static Function<PixelBlock, List<ChannelValues>> stretching(
            PixelType type, ValueRange range, boolean inverted) {
        if (type == PixelType.FLOAT32) {
            return block ->
                    ChannelValues.of(
                            RgbImage.gray(block.size(), finish(block.floats(), range, inverted)));
        }
        float[] table = table(range, 1 << 8 * type.bytesPerPixel(), inverted);
        return block -> ChannelValues.of(block, table);
    }

    private static ValueRange range(float[] values, LUT display, InputSettings input) {
        return switch (input.contrast()) {
            case PERCENTILES ->
                    ValueRange.ofPercentiles(values, input.lowPercentile(), input.highPercentile());
            case DISPLAY -> new ValueRange(display.min, display.max);
            case TYPE -> ValueRange.ofExtremes(values);
        };
    }

    private static ValueRange range(int[] histogram, LUT display, InputSettings input) {
        return switch (input.contrast()) {
            case PERCENTILES ->
                    ValueRange.ofPercentiles(
                            histogram, input.lowPercentile(), input.highPercentile());
            case DISPLAY -> new ValueRange(display.min, display.max);
            case TYPE -> new ValueRange(0, histogram.length - 1);
        };
    }

    /** Adds how often each value occurs in some of the pixels. */
    private interface Counter {
        void count(int[] histogram, int from, int end);
    }

    private static int[] histogram(int values, int pixels, Counter counter) {
        int[] all = new int[values];
        AtOnce.ranges(
                pixels,
                (from, end) -> {
                    int[] histogram = new int[values];
                    counter.count(histogram, from, end);
                    synchronized (all) {
                        Arrays.setAll(all, value -> all[value] + histogram[value]);
                    }
                });
        return all;
    }

    /** What each value becomes. */
    private static float[] table(ValueRange range, int length, boolean inverted) {
        float[] table = new float[length];
        for (int value = 0; value < table.length; value++) {
            table[value] = value;
        }
        return finish(table, range, inverted);
    }

    private static float[] finish(float[] values, ValueRange range, boolean inverted) {
        range.stretch(values);
        if (inverted && !range.isFlat()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = 1 - values[i];
            }
        }
        return values;
    }

    private static float[] look(short[] pixels, float[] table) {
        float[] values = new float[pixels.length];
        AtOnce.ranges(
                pixels.length,
                (from, end) -> {
                    for (int i = from; i < end; i++) {
                        values[i] = table[pixels[i] & 0xffff];
                    }
                });
        return values;
    }

    private static float[] look(byte[] pixels, float[] table) {
        float[] values = new float[pixels.length];
        AtOnce.ranges(
                pixels.length,
                (from, end) -> {
                    for (int i = from; i < end; i++) {
                        values[i] = table[pixels[i] & 0xff];
                    }
                });
        return values;
    }
}
