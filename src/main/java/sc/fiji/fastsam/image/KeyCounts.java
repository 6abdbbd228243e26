package sc.fiji.fastsam.image;

import java.util.Arrays;

/** How often each of 65536 keys occurs, counted with weights. */
final class KeyCounts {

    private static final int KEYS = 1 << 16;

    private final long[] counts = new long[KEYS];

    /**
     * Of values that are counted already.
     *
     * @param histogram how often each key from 0 on occurs, up to 65536 keys
     */
    static KeyCounts of(int[] histogram) {
        KeyCounts keys = new KeyCounts();
        for (int key = 0; key < histogram.length; key++) {
            keys.counts[key] = histogram[key];
        }
        return keys;
    }

    /** Counts a key so many times. */
    void add(int key, int times) {
        counts[key] += times;
    }

    /** Sum of all counts. */
    long total() {
        return Arrays.stream(counts).sum();
    }

    /** The rank, counted from 0, that is nearest to a percentile. */
    long rank(double percent) {
        return Math.round(percent / 100 * (total() - 1));
    }

    /** The key at a rank, 0 to {@code total() - 1}. */
    int key(long rank) {
        int key = 0;
        long left = rank;
        while (left >= counts[key]) {
            left -= counts[key++];
        }
        return key;
    }

    /** The rank among those with the same key. */
    long rankInKey(long rank) {
        int key = key(rank);
        long left = rank;
        for (int k = 0; k < key; k++) {
            left -= counts[k];
        }
        return left;
    }
}
