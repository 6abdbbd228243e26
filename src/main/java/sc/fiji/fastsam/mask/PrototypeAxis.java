package sc.fiji.fastsam.mask;

/**
 * One axis of the bilinear sampling of prototypes at source pixels, on the half-pixel grid: both
 * rasters agree at pixel edges. Beyond the outer prototype pixels' centers these are repeated.
 *
 * @param step prototype pixels per source pixel
 * @param shift prototype coordinate of the center of source pixel 0, first center being 0
 * @param length of the axis, in prototype pixels
 */
record PrototypeAxis(double step, double shift, int length) {

    /**
     * @param origin source pixel at which the network's content begins
     * @param gain network pixels per source pixel
     * @param padding before the content, in network pixels
     * @param networkLength of the axis, in network pixels
     * @param length of the axis, in prototype pixels
     */
    static PrototypeAxis of(int origin, double gain, int padding, int networkLength, int length) {
        double scale = (double) length / networkLength;
        double shift = ((0.5 - origin) * gain + padding) * scale - 0.5;
        return new PrototypeAxis(gain * scale, shift, length);
    }

    /** Prototype coordinate of a source pixel's center, 0 .. length - 1. */
    double at(int pixel) {
        return Math.max(0, Math.min(length - 1, pixel * step + shift));
    }

    /** First of the two prototype pixels around a source pixel's center. */
    int first(int pixel) {
        return (int) at(pixel);
    }

    /** Weight of the second of them, 0 .. 1. */
    float weight(int pixel) {
        double at = at(pixel);
        return (float) (at - (int) at);
    }

    /** First prototype pixel after those around a source pixel's center. */
    int end(int pixel) {
        return Math.min(length, first(pixel) + 2);
    }
}
