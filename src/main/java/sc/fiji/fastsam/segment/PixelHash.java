package sc.fiji.fastsam.segment;

import java.util.function.Function;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.PlaneBand;
import sc.fiji.fastsam.image.PlaneBands;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.RgbPlane;

/**
 * 128 bits that tell images apart by their values: two chance-equal ones are not to be expected in
 * any number of images. Not made against people who want them equal.
 */
record PixelHash(long high, long low) {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

    static PixelHash of(RgbPlane image) {
        PixelHash hash = new PixelHash(image.size().width(), image.size().height());
        hash = hash.with(image, RgbImage::red);
        return image.isGray()
                ? hash
                : hash.with(image, RgbImage::green).with(image, RgbImage::blue);
    }

    private PixelHash with(RgbPlane image, Function<RgbImage, float[]> channel) {
        PixelHash hash = new PixelHash(high + FIRST, low + SECOND);
        PlaneBands bands = image.bands(Region.of(image.size()));
        for (int y = 0; y < image.size().height(); ) {
            PlaneBand band = bands.holding(y);
            hash = hash.with(channel.apply(band.pixels()));
            y = band.region().yEnd();
        }
        return hash;
    }

    private PixelHash with(float[] values) {
        long a = high;
        long b = low;
        for (float value : values) {
            int bits = Float.floatToRawIntBits(value);
            a = (a ^ bits) * FIRST;
            a ^= a >>> 29;
            b = (b + bits) * SECOND;
            b ^= b >>> 31;
        }
        return new PixelHash(a, b);
    }
}
