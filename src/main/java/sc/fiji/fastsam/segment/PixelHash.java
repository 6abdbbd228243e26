package sc.fiji.fastsam.segment;

import sc.fiji.fastsam.image.RgbImage;

/**
 * 128 bits that tell images apart by their values: two chance-equal ones are not to be expected in
 * any number of images. Not made against people who want them equal.
 */
record PixelHash(long high, long low) {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

    static PixelHash of(RgbImage image) {
        PixelHash hash = new PixelHash(image.size().width(), image.size().height());
        hash = hash.with(image.red());
        return image.isGray() ? hash : hash.with(image.green()).with(image.blue());
    }

    private PixelHash with(float[] values) {
        long a = high + FIRST;
        long b = low + SECOND;
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
