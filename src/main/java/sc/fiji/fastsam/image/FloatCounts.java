package sc.fiji.fastsam.image;

/**
 * Exact order statistics of finite floats that come in pieces, each piece twice: the first time
 * counts the upper 16 bits of their sortable form, the second time the lower 16 bits of those that
 * share a quantile's upper ones.
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
            for (float value : values) {
                int bits = OrderStatistics.sortable(value);
                if (bits >>> 16 == key && Float.isFinite(value)) {
                    lower.add(bits & 0xffff, times);
                }
            }
        }

        /** The value, once all have come. */
        float value() {
            return OrderStatistics.fromSortable(key << 16 | lower.key(rank));
        }
    }

    /** Counts the finite values, each so many times. */
    void add(float[] values, int times) {
        for (float value : values) {
            if (Float.isFinite(value)) {
                upper.add(OrderStatistics.sortable(value) >>> 16, times);
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
    }

    /** True when no finite value came. */
    boolean isEmpty() {
        return upper.total() == 0;
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
}
