package sc.fiji.fastsam.image;

/**
 * For each output pixel of a resized axis, which input pixels make it and with what weights: linear
 * interpolation on the half-pixel grid; when shrinking with antialiasing, a triangle as wide as two
 * output pixels, so that no input pixel is passed over. All output pixels have the same number of
 * weights, {@link #taps}; some may be 0.
 */
final class AxisWeights {

    private final int taps;
    private final int[] first;
    private final float[] weights;

    private AxisWeights(int length, int taps) {
        this.taps = taps;
        first = new int[length];
        weights = new float[length * taps];
    }

    /**
     * @param inLength pixels of the input axis
     * @param outLength pixels of the output axis
     * @param antialias whether shrinking averages
     */
    static AxisWeights of(int inLength, int outLength, boolean antialias) {
        double step = (double) inLength / outLength;
        double radius = antialias ? Math.max(1, step) : 1;
        int widest = inLength == outLength ? 1 : (int) Math.ceil(2 * radius);
        AxisWeights axis = new AxisWeights(outLength, Math.min(inLength, widest));
        for (int i = 0; i < outLength; i++) {
            axis.fill(i, (i + 0.5) * step - 0.5, radius, inLength);
        }
        return axis;
    }

    /** NB: pixels beyond the border repeat the outermost one. */
    private void fill(int out, double center, double radius, int inLength) {
        int from = (int) Math.floor(center - radius) + 1;
        int to = (int) Math.ceil(center + radius) - 1;
        first[out] = Math.max(0, Math.min(inLength - taps, from));
        double[] sums = new double[taps];
        double total = 0;
        for (int i = from; i <= to; i++) {
            double weight = Math.max(0, 1 - Math.abs(i - center) / radius);
            sums[Math.max(0, Math.min(inLength - 1, i)) - first[out]] += weight;
            total += weight;
        }
        for (int i = 0; i < taps; i++) {
            weights[out * taps + i] = (float) (sums[i] / total);
        }
    }

    /** Number of weights of each output pixel. */
    int taps() {
        return taps;
    }

    /** First input pixel of an output pixel; all its pixels lie inside the axis. */
    int first(int out) {
        return first[out];
    }

    /** The i-th weight of an output pixel; its weights' sum is 1. */
    float weight(int out, int i) {
        return weights[out * taps + i];
    }

    /**
     * Resizes a row.
     *
     * @param plane values that hold the row
     * @param from index of the row's first pixel
     * @param row takes the result, as long as the output axis
     */
    void resize(float[] plane, int from, float[] row) {
        if (taps == 1) {
            for (int x = 0; x < row.length; x++) {
                row[x] = plane[from + first[x]];
            }
        } else if (taps == 2) {
            resizeByTwo(plane, from, row);
        } else {
            resizeByMany(plane, from, row);
        }
    }

    private void resizeByTwo(float[] plane, int from, float[] row) {
        for (int x = 0; x < row.length; x++) {
            int index = from + first[x];
            row[x] = plane[index] * weights[2 * x] + plane[index + 1] * weights[2 * x + 1];
        }
    }

    /** NB: four at a time, added in the same order: Java's quick compiler unrolls no loops. */
    private void resizeByMany(float[] plane, int from, float[] row) {
        float[] w = weights;
        int fours = taps & ~3;
        int k = 0;
        for (int x = 0; x < row.length; x++) {
            int i = from + first[x];
            int end = i + taps;
            float sum = 0;
            for (int last = i + fours; i < last; i += 4, k += 4) {
                sum =
                        sum
                                + plane[i] * w[k]
                                + plane[i + 1] * w[k + 1]
                                + plane[i + 2] * w[k + 2]
                                + plane[i + 3] * w[k + 3];
            }
            while (i < end) {
                sum += plane[i++] * w[k++];
            }
            row[x] = sum;
        }
    }
}
