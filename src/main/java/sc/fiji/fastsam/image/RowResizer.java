package sc.fiji.fastsam.image;

/** Resizes rows of pixels, all to the same length. Thread-safe. */
final class RowResizer {

    /**
     * What rounding leaves of a weight of 0: 1e-11 in rows of 30 000 pixels. So little, left out,
     * does not show in a sum of floats in 0..1.
     */
    private static final float NOTHING = 1e-7f;

    private final AxisWeights axis;
    private final boolean shrinks;

    /**
     * When shrinking, where the pixels begin that lie between the centers of two output pixels next
     * to each other, of which each has a weight in both.
     */
    private final int[] starts;

    private final float[] toLeft;
    private final float[] toRight;

    RowResizer(AxisWeights axis) {
        this.axis = axis;
        this.shrinks = axis.taps() > 2 && axis.outLength() < axis.inLength();
        this.starts = new int[shrinks ? axis.outLength() + 2 : 0];
        this.toLeft = new float[shrinks ? axis.inLength() : 0];
        this.toRight = new float[toLeft.length];
        if (shrinks) {
            findStarts();
            takeWeights();
        }
    }

    private void findStarts() {
        double step = (double) axis.inLength() / axis.outLength();
        for (int x = 0; x < axis.outLength(); x++) {
            starts[x + 1] = (int) Math.ceil((x + 0.5) * step - 0.5);
        }
        starts[axis.outLength() + 1] = axis.inLength();
    }

    /** NB: rounding can leave a weight of nothing to a pixel on the next center. */
    private void takeWeights() {
        for (int x = 0; x < axis.outLength(); x++) {
            for (int i = 0; i < axis.taps(); i++) {
                int at = axis.first(x) + i;
                float weight = axis.weight(x, i);
                if (at < starts[x] || at >= starts[x + 2]) {
                    check(weight);
                } else if (at < starts[x + 1]) {
                    toRight[at] = weight;
                } else {
                    toLeft[at] = weight;
                }
            }
        }
    }

    private static void check(float weight) {
        if (weight > NOTHING) {
            throw new IllegalStateException("A weight of " + weight + " is too far out.");
        }
    }

    /** Pixels of a row before. */
    int inLength() {
        return axis.inLength();
    }

    /** True when each pixel goes into two sums, so that stored ones need not be copied first. */
    boolean shrinks() {
        return shrinks;
    }

    /**
     * Resizes a row.
     *
     * @param plane values that hold the row
     * @param from index of the row's first pixel
     * @param row takes the result
     */
    void resize(float[] plane, int from, float[] row) {
        if (shrinks) {
            shrink(plane, from, row);
        } else if (axis.taps() == 1) {
            for (int x = 0; x < row.length; x++) {
                row[x] = plane[from + axis.first(x)];
            }
        } else {
            interpolate(plane, from, row);
        }
    }

    private void interpolate(float[] plane, int from, float[] row) {
        for (int x = 0; x < row.length; x++) {
            int index = from + axis.first(x);
            row[x] = plane[index] * axis.weight(x, 0) + plane[index + 1] * axis.weight(x, 1);
        }
    }

    /**
     * NB: pixel by pixel in their order, so that each sum is added up from left to right. Once for
     * each type of pixels: with their values copied first, Java's quick compiler takes 1.4 times as
     * long.
     */
    private void shrink(float[] plane, int from, float[] row) {
        float[] left = toLeft;
        float[] right = toRight;
        int i = 0;
        float sum = 0;
        for (int x = 0; x <= row.length; x++) {
            float next = 0;
            for (int end = starts[x + 1]; i < end; i++) {
                float value = plane[from + i];
                sum += value * left[i];
                next += value * right[i];
            }
            if (x > 0) {
                row[x - 1] = sum;
            }
            sum = next;
        }
    }

    /**
     * Shrinks a row of stored numbers, without a copy of their values.
     *
     * @param stored numbers that hold the row
     * @param table the value of each
     * @param from index of the row's first pixel
     * @param row takes the result
     */
    void shrink(short[] stored, float[] table, int from, float[] row) {
        float[] left = toLeft;
        float[] right = toRight;
        int i = 0;
        float sum = 0;
        for (int x = 0; x <= row.length; x++) {
            float next = 0;
            for (int end = starts[x + 1]; i < end; i++) {
                float value = table[stored[from + i] & 0xffff];
                sum += value * left[i];
                next += value * right[i];
            }
            if (x > 0) {
                row[x - 1] = sum;
            }
            sum = next;
        }
    }

    /** Likewise of bytes. */
    void shrink(byte[] stored, float[] table, int from, float[] row) {
        float[] left = toLeft;
        float[] right = toRight;
        int i = 0;
        float sum = 0;
        for (int x = 0; x <= row.length; x++) {
            float next = 0;
            for (int end = starts[x + 1]; i < end; i++) {
                float value = table[stored[from + i] & 0xff];
                sum += value * left[i];
                next += value * right[i];
            }
            if (x > 0) {
                row[x - 1] = sum;
            }
            sum = next;
        }
    }
}
