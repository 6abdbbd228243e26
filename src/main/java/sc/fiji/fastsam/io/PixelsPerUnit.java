package sc.fiji.fastsam.io;

/**
 * Pixels per unit as a fraction with six digits or more, as TIFF files have it.
 *
 * @param numerator unsigned, of 32 bits
 * @param denominator likewise
 */
public record PixelsPerUnit(long numerator, long denominator) {

    private static final long MOST = 0xffffffffL;

    /**
     * @param extent of a pixel, in units; greater than 0
     */
    public static PixelsPerUnit of(double extent) {
        double large = Math.max(extent, 1 / extent);
        long less = 1_000_000;
        while (large * less > MOST && less > 1) {
            less /= 10;
        }
        long more = Math.min(MOST, Math.round(large * less));
        return extent < 1 ? new PixelsPerUnit(more, less) : new PixelsPerUnit(less, more);
    }
}
