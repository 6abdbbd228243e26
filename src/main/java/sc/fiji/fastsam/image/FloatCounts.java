package sc.fiji.fastsam.image;

/**
 * Exact order statistics of finite floats in linear time. They come in pieces, each piece twice:
 * the first time counts the upper 16 bits of their sortable form, the second time the lower 16 bits
 * of those that share a quantile's upper ones.
 */
final class FloatCounts {

    private final KeyCounts upper = new KeyCounts();
    private float least = Float.POSITIVE_INFINITY;
    private float greatest = Float.NEGATIVE_INFINITY;

    /** A quantile whose upper half is known; its values come a second time. */
    static final class Quantile {

        private final int key;
        private final long rank;
        private final KeyCounts lower = new KeyCounts();

        private Quantile(int key, long rank) {
            this.key = key;
            this.rank = rank;
        }

        /** Counts the values that share the upper half, each so many times. */
        void add(float[] values, int times) {
            int wanted = key;
            for (float value : values) {
                int bits = sortable(value);
                if (bits >>> 16 == wanted && Float.isFinite(value)) {
                    lower.add(bits & 0xffff, times);
                }
            }
        }

        /** The value, once all have come. */
        float value() {
            return fromSortable(key << 16 | lower.key(rank));
        }
    }

    /** Counts the finite values, each so many times. */
    void add(float[] values, int times) {
        // NB: in local variables, which Java's quick compiler keeps in registers.
        KeyCounts counts = upper;
        float low = least;
        float high = greatest;
        for (float value : values) {
            if (Float.isFinite(value)) {
                counts.add(sortable(value) >>> 16, times);
                if (value < low) {
                    low = value;
                }
                if (value > high) {
                    high = value;
                }
            }
        }
        least = low;
        greatest = high;
    }

    /** True when no finite value came. */
    boolean isEmpty() {
        return least > greatest;
    }

    /** The smallest and greatest value; there must be one. */
    ValueRange extremes() {
        return new ValueRange(least, greatest);
    }

    /** The value at the rank nearest to a percentile; there must be one. */
    Quantile quantile(double percent) {
        long rank = upper.rank(percent);
        return new Quantile(upper.key(rank), upper.rankInKey(rank));
    }

    /** Bits whose unsigned order is the order of the floats. */
    private static int sortable(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    private static float fromSortable(int key) {
        return Float.intBitsToFloat(key < 0 ? key ^ Integer.MIN_VALUE : ~key);
    }
}
