package sc.fiji.fastsam.image;

import sc.fiji.fastsam.geometry.Size;

/**
 * An image plane as a network sees it before resizing: three channels of values in 0..1, row-major
 * (x fastest), in source pixels. Grey planes hold the same array three times.
 *
 * @param size of the plane
 * @param red width x height values; not copied
 * @param green likewise
 * @param blue likewise
 */
public record RgbPlanes(Size size, float[] red, float[] green, float[] blue) {

    /**
     * @throws IllegalArgumentException if an array's length is not width x height
     */
    public RgbPlanes {
        if (red.length != size.area()
                || green.length != size.area()
                || blue.length != size.area()) {
            throw new IllegalArgumentException(
                    "Planes of " + size + " need " + size.area() + " values each.");
        }
    }

    /** A plane with the same values in all three channels. */
    public static RgbPlanes grey(Size size, float[] values) {
        return new RgbPlanes(size, values, values, values);
    }

    /** True when the three channels are one array. */
    public boolean isGrey() {
        return red == green && green == blue;
    }

    /** True when each channel has one value throughout. */
    public boolean isFlat() {
        return isFlat(red) && (isGrey() || isFlat(green) && isFlat(blue));
    }

    private static boolean isFlat(float[] values) {
        for (float value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
