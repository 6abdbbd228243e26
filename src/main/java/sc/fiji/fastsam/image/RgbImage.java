package sc.fiji.fastsam.image;

import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/**
 * An image plane as a network sees it before resizing: three channels of values in 0..1, row-major
 * (x fastest), in source pixels. Gray planes hold the same array three times.
 *
 * @param size of the plane
 * @param red width x height values; not copied
 * @param green likewise
 * @param blue likewise
 */
public record RgbImage(Size size, float[] red, float[] green, float[] blue) implements RgbPlane {

    /**
     * @throws IllegalArgumentException if an array's length is not width x height
     */
    public RgbImage {
        if (red.length != size.area()
                || green.length != size.area()
                || blue.length != size.area()) {
            throw new IllegalArgumentException(
                    "Planes of " + size + " need " + size.area() + " values each.");
        }
    }

    /** A plane with the same values in all three channels. */
    public static RgbImage gray(Size size, float[] values) {
        return new RgbImage(size, values, values, values);
    }

    @Override
    public PlaneBands bands(Region part) {
        PlaneBand all = new PlaneBand(this, Region.of(size));
        return y -> all;
    }

    @Override
    public RgbImage crop(Region region) {
        float[] first = crop(red, region);
        return isGray()
                ? gray(region.size(), first)
                : new RgbImage(region.size(), first, crop(green, region), crop(blue, region));
    }

    private float[] crop(float[] values, Region region) {
        float[] part = new float[Math.toIntExact(region.area())];
        for (int y = 0; y < region.height(); y++) {
            int from = (region.y() + y) * size.width() + region.x();
            System.arraycopy(values, from, part, y * region.width(), region.width());
        }
        return part;
    }

    /** True when the three channels are one array. */
    @Override
    public boolean isGray() {
        return red == green && green == blue;
    }

    @Override
    public boolean isFlat() {
        return isFlat(red) && (isGray() || isFlat(green) && isFlat(blue));
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
