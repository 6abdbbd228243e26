package sc.fiji.fastsam.io;

/**
 * Extent of a pixel in a physical unit.
 *
 * @param width above 0
 * @param height above 0
 * @param depth distance of slices, above 0
 * @param unit such as "µm" (U+00B5), "nm", "mm", "inch"; "pixel" where nothing is known
 */
public record PixelSize(double width, double height, double depth, String unit) {

    /** Unit of images without a calibration. */
    public static final String PIXEL = "pixel";

    /** Nothing is known. */
    public static final PixelSize NONE = new PixelSize(1, 1, 1, PIXEL);

    /**
     * @throws IllegalArgumentException if an extent is not a positive finite number, or the unit is
     *     empty
     */
    public PixelSize {
        if (!isLength(width) || !isLength(height) || !isLength(depth)) {
            throw new IllegalArgumentException(
                    "A pixel's extents must be positive, but were "
                            + width
                            + " x "
                            + height
                            + " x "
                            + depth
                            + ".");
        }
        if (unit.isBlank()) {
            throw new IllegalArgumentException("A pixel's unit must not be empty.");
        }
    }

    /** True for positive finite numbers: what can be an extent. */
    public static boolean isLength(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    /** False where only "pixel" is known. */
    public boolean isCalibrated() {
        return !unit.equals(PIXEL);
    }
}
