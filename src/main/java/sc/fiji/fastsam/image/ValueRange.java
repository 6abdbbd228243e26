package sc.fiji.fastsam.image;

/**
 * The values that become 0 and 1. NaN and infinite values take no part in finding a range.
 *
 * @param low becomes 0
 * @param high becomes 1; equal to {@code low} for a flat plane
 */
public record ValueRange(double low, double high) {

    /** The smallest and the greatest finite value; 0 and 0 when there is none. */
    public static ValueRange ofExtremes(float[] values) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low > high ? new ValueRange(0, 0) : new ValueRange(low, high);
    }

    /**
     * The values at two percentiles of the finite values (nearest rank). Where both are the same
     * value, as in a dark plane with a few bright pixels, the extremes are taken instead.
     *
     * @param lowPercent 0..100
     * @param highPercent 0..100
     */
    public static ValueRange ofPercentiles(float[] values, double lowPercent, double highPercent) {
        FloatCounts counts = new FloatCounts();
        counts.add(values, 1);
        if (counts.isEmpty()) {
            return new ValueRange(0, 0);
        }
        FloatCounts.Quantile low = counts.quantile(lowPercent);
        FloatCounts.Quantile high = counts.quantile(highPercent);
        low.add(values, 1);
        high.add(values, 1);
        return low.value() < high.value()
                ? new ValueRange(low.value(), high.value())
                : counts.extremes();
    }

    /**
     * The same from a histogram, as of 8- and 16-bit planes.
     *
     * @param histogram how often each value from 0 on occurs
     */
    public static ValueRange ofPercentiles(int[] histogram, double lowPercent, double highPercent) {
        return ofPercentiles(KeyCounts.of(histogram), lowPercent, highPercent);
    }

    /** Likewise; 0 and 0 where nothing was counted. */
    static ValueRange ofPercentiles(KeyCounts counts, double lowPercent, double highPercent) {
        if (counts.total() == 0) {
            return new ValueRange(0, 0);
        }
        int low = counts.key(counts.rank(lowPercent));
        int high = counts.key(counts.rank(highPercent));
        return low < high
                ? new ValueRange(low, high)
                : new ValueRange(counts.key(0), counts.key(counts.total() - 1));
    }

    /** True when all finite values are the same. */
    public boolean isFlat() {
        return !(low < high);
    }

    /**
     * Maps values to 0..1, clipped: NaN and negative infinity become 0, positive infinity 1, a flat
     * plane 0 throughout.
     *
     * @return the same array, changed
     */
    public float[] stretch(float[] values) {
        float offset = (float) low;
        float factor = isFlat() ? 0 : (float) (1 / (high - low));
        for (int i = 0; i < values.length; i++) {
            float value = (values[i] - offset) * factor;
            values[i] = value > 0 ? Math.min(1, value) : 0;
        }
        return values;
    }
}
