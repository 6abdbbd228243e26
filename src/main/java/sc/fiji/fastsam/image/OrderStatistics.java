package sc.fiji.fastsam.image;

/**
 * Exact order statistics of finite floats in linear time: a histogram of the upper 16 bits of their
 * sortable form finds the bin, a second one of the lower 16 bits the value.
 */
final class OrderStatistics {

    private static final int BINS = 1 << 16;

    private final float[] values;
    private final int[] upper;
    private final int count;

    private OrderStatistics(float[] values, int[] upper, int count) {
        this.values = values;
        this.upper = upper;
        this.count = count;
    }

    /** Prepares the finite ones among the values; the array is kept, not copied. */
    static OrderStatistics ofFinite(float[] values) {
        int[] upper = new int[BINS];
        int count = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                upper[sortable(value) >>> 16]++;
                count++;
            }
        }
        return new OrderStatistics(values, upper, count);
    }

    /** Number of finite values. */
    int count() {
        return count;
    }

    /** The rank, counted from 0, that is nearest to a percentile of so many values. */
    static int rank(double percent, int count) {
        return (int) Math.round(percent / 100 * (count - 1));
    }

    /** The value at the nearest rank; there must be one. */
    float percentile(double percent) {
        int rank = rank(percent, count);
        int bin = 0;
        while (rank >= upper[bin]) {
            rank -= upper[bin++];
        }
        return valueInBin(bin, rank);
    }

    private float valueInBin(int bin, int rankInBin) {
        int[] lower = new int[BINS];
        for (float value : values) {
            int key = sortable(value);
            if (key >>> 16 == bin && Float.isFinite(value)) {
                lower[key & 0xffff]++;
            }
        }
        int low = 0;
        int rank = rankInBin;
        while (rank >= lower[low]) {
            rank -= lower[low++];
        }
        return fromSortable(bin << 16 | low);
    }

    /** Bits whose unsigned order is the order of the floats. */
    static int sortable(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    /** The float of such bits. */
    static float fromSortable(int key) {
        return Float.intBitsToFloat(key < 0 ? key ^ Integer.MIN_VALUE : ~key);
    }
}
