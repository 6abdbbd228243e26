package sc.fiji.fastsam.image;

/**
 * For each output pixel of a resized axis, which input pixels make it and with what weights: linear
 * interpolation on the half-pixel grid; when shrinking with antialiasing, a triangle as wide as two
 * output pixels, so that no input pixel is passed over. All output pixels have the same number of
 * weights, {@link #taps}; some may be 0.
 */
final class AxisWeights {

    private final int inLength;
    private final int taps;
    private final int[] first;
    private final float[] weights;

    private AxisWeights(int inLength, int outLength, int taps) {
        this.inLength = inLength;
        this.taps = taps;
        first = new int[outLength];
        weights = new float[outLength * taps];
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
        AxisWeights axis = new AxisWeights(inLength, outLength, Math.min(inLength, widest));
        for (int i = 0; i < outLength; i++) {
            axis.fill(i, (i + 0.5) * step - 0.5, radius);
        }
        return axis;
    }

    /** NB: pixels beyond the border repeat the outermost one. */
    private void fill(int out, double center, double radius) {
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

    /** Pixels of the input axis. */
    int inLength() {
        return inLength;
    }

    /** Pixels of the output axis. */
    int outLength() {
        return first.length;
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
}
