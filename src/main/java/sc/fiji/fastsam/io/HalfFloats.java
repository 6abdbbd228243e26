package sc.fiji.fastsam.io;

/** IEEE 754 numbers of 16 bits: sign, 5 bits of exponent (bias 15), 10 bits of fraction. */
public final class HalfFloats {

    private static final float SMALLEST = 0x1p-24f;
    private static final float LEAST_NORMAL = 0x1p-14f;

    private HalfFloats() {}

    /**
     * The exact value. NB: Float.float16ToFloat came with Java 20.
     *
     * @param bits the lower 16; those above do not matter
     */
    public static float value(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        float magnitude =
                switch (exponent) {
                    case 0 -> fraction * SMALLEST;
                    case 31 -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Math.scalb(1024 + fraction, exponent - 25);
                };
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }

    /** The nearest number's bits, 0 to 65535; ties to even, infinity beyond 65519. */
    public static int bits(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        float magnitude = Math.abs(value);
        if (Float.isNaN(value)) {
            return 0x7e00;
        }
        if (magnitude >= 65520) {
            return sign | 0x7c00;
        }
        if (magnitude < LEAST_NORMAL) {
            return sign | (int) Math.rint(magnitude / SMALLEST);
        }
        int exponent = Math.getExponent(magnitude);
        int fraction = (int) Math.rint(Math.scalb(magnitude, 10 - exponent)) - 1024;
        // NB: a fraction of 1024 carries into the exponent.
        return sign | (exponent + 15 << 10) + fraction;
    }
}
