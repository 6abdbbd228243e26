package sc.fiji.fastsam.image;

/**
 * For each output pixel of a resized axis, which input pixels make it and with what weights: linear
 * interpolation on the half-pixel grid; when shrinking with antialiasing, a triangle as wide as two
 * output pixels, so that no input pixel is passed over.
 */
final class AxisWeights {

    private final int[] first;
    private final float[][] weights;

    private AxisWeights(int length) {
        first = new int[length];
        weights = new float[length][];
    }

    /**
     * @param inLength pixels of the input axis
     * @param outLength pixels of the output axis
     * @param antialias whether shrinking averages
     */
    static AxisWeights of(int inLength, int outLength, boolean antialias) {
        AxisWeights axis = new AxisWeights(outLength);
        double step = (double) inLength / outLength;
        double radius = antialias ? Math.max(1, step) : 1;
        for (int i = 0; i < outLength; i++) {
            double centre = (i + 0.5) * step - 0.5;
            axis.fill(i, centre, radius, inLength);
        }
        return axis;
    }

    private void fill(int out, double centre, double radius, int inLength) {
        int from = (int) Math.floor(centre - radius) + 1;
        int to = (int) Math.ceil(centre + radius) - 1;
        int begin = Math.max(0, Math.min(inLength - 1, from));
        int end = Math.max(begin, Math.min(inLength - 1, to));
        double[] sums = new double[end - begin + 1];
        double total = 0;
        for (int i = from; i <= to; i++) {
            double weight = Math.max(0, 1 - Math.abs(i - centre) / radius);
            sums[Math.max(begin, Math.min(end, i)) - begin] += weight;
            total += weight;
        }
        first[out] = begin;
        weights[out] = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            weights[out][i] = (float) (sums[i] / total);
        }
    }

    /** First input pixel of an output pixel. */
    int first(int out) {
        return first[out];
    }

    /** Weights of the input pixels from the first on; their sum is 1. */
    float[] weights(int out) {
        return weights[out];
    }
}
