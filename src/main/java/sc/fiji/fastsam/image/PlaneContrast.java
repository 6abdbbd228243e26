package sc.fiji.fastsam.image;

import java.io.IOException;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.SamplePlan.Sample;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * The contrast of a plane that is read by region, one for the whole plane: memory goes with the
 * regions, time with at most 2^26 pixels, however large the plane is. Planes of up to so many
 * pixels give the same as {@link ValueRange#ofPercentiles(float[], double, double)} of their
 * pixels; larger ones are estimated from parts, always the same ones however they are stored.
 */
public final class PlaneContrast {

    private static final ValueRange COLORS = new ValueRange(0, 255);

    private final PlaneSource source;
    private final PlaneIndex plane;
    private final List<Sample> samples;

    private PlaneContrast(PlaneSource source, PlaneIndex plane) throws IOException {
        this.source = source;
        this.plane = plane;
        this.samples = SamplePlan.of(source, plane);
    }

    /**
     * The values at two percentiles of the finite values (nearest rank), or the extremes where both
     * are the same value. Of colors 0 and 255, unless all of them are gray.
     *
     * @param lowPercent 0..100
     * @param highPercent 0..100
     * @throws IOException if the pixels cannot be read
     */
    public static ValueRange ofPercentiles(
            PlaneSource source, PlaneIndex plane, double lowPercent, double highPercent)
            throws IOException {
        PlaneContrast contrast = new PlaneContrast(source, plane);
        return switch (source.layout().type()) {
            case UINT8, UINT16 -> contrast.ofWholeNumbers(lowPercent, highPercent);
            case RGB -> contrast.ofColors(lowPercent, highPercent);
            case FLOAT32 -> contrast.ofFloats(lowPercent, highPercent);
        };
    }

    /**
     * The same of one color of RGB pixels, as if it were a gray plane.
     *
     * @param shift where its bits lie in a pixel: 16, 8 or 0
     * @throws IOException if the pixels cannot be read
     */
    public static ValueRange ofColor(
            PlaneSource source, PlaneIndex plane, int shift, double lowPercent, double highPercent)
            throws IOException {
        PlaneContrast contrast = new PlaneContrast(source, plane);
        KeyCounts counts = new KeyCounts();
        for (Sample sample : contrast.samples) {
            for (int color : contrast.read(sample.region()).colors()) {
                counts.add(color >> shift & 0xff, sample.weight());
            }
        }
        return ValueRange.ofPercentiles(counts, lowPercent, highPercent);
    }

    private ValueRange ofWholeNumbers(double lowPercent, double highPercent) throws IOException {
        KeyCounts counts = new KeyCounts();
        for (Sample sample : samples) {
            PixelBlock block = read(sample.region());
            if (block.pixels() instanceof byte[] values) {
                for (byte value : values) {
                    counts.add(value & 0xff, sample.weight());
                }
            } else {
                for (short value : block.shorts()) {
                    counts.add(value & 0xffff, sample.weight());
                }
            }
        }
        return ValueRange.ofPercentiles(counts, lowPercent, highPercent);
    }

    private ValueRange ofColors(double lowPercent, double highPercent) throws IOException {
        KeyCounts counts = new KeyCounts();
        for (Sample sample : samples) {
            for (int color : read(sample.region()).colors()) {
                int gray = color & 0xff;
                if ((color & 0xffffff) != gray * 0x010101) {
                    return COLORS;
                }
                counts.add(gray, sample.weight());
            }
        }
        return ValueRange.ofPercentiles(counts, lowPercent, highPercent);
    }

    /** Reads twice: the upper halves of the values' bits, then the lower ones where they matter. */
    private ValueRange ofFloats(double lowPercent, double highPercent) throws IOException {
        FloatCounts counts = new FloatCounts();
        for (Sample sample : samples) {
            counts.add(read(sample.region()).floats(), sample.weight());
        }
        if (counts.isEmpty()) {
            return new ValueRange(0, 0);
        }
        FloatCounts.Quantile low = counts.quantile(lowPercent);
        FloatCounts.Quantile high = counts.quantile(highPercent);
        for (Sample sample : samples) {
            float[] values = read(sample.region()).floats();
            low.add(values, sample.weight());
            high.add(values, sample.weight());
        }
        return low.value() < high.value()
                ? new ValueRange(low.value(), high.value())
                : counts.extremes();
    }

    private PixelBlock read(Region region) throws IOException {
        return source.region(plane, 0, region);
    }
}
