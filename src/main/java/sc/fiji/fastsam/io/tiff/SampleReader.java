package sc.fiji.fastsam.io.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import sc.fiji.fastsam.io.HalfFloats;

/** Single samples of 1 to 64 bits, whatever their format. Stateless. */
final class SampleReader {

    private SampleReader() {}

    /**
     * An unsigned integer of at most 32 bits that need not begin at a byte, most significant bit
     * first.
     *
     * @param start byte where the row begins
     * @param bit where the sample begins in the row
     */
    static long bits(ByteBuffer data, int start, long bit, int bits) {
        long value = 0;
        long end = bit + bits;
        for (long at = bit; at < end; ) {
            int inByte = (int) (at & 7);
            int take = (int) Math.min(8 - inByte, end - at);
            int octet = data.get(start + (int) (at >> 3)) & 0xff;
            value = value << take | octet >> 8 - inByte - take & (1 << take) - 1;
            at += take;
        }
        return value;
    }

    /** The bits of a sample of 8, 16, 24, 32 or 64 bits, as an unsigned number. */
    static long whole(ByteBuffer data, int at, int bits) {
        return switch (bits) {
            case 8 -> data.get(at) & 0xff;
            case 16 -> data.getShort(at) & 0xffff;
            case 24 -> three(data, at);
            case 32 -> data.getInt(at) & 0xffffffffL;
            default -> data.getLong(at);
        };
    }

    private static int three(ByteBuffer data, int at) {
        int first = data.get(at) & 0xff;
        int middle = data.get(at + 1) & 0xff;
        int last = data.get(at + 2) & 0xff;
        return data.order() == ByteOrder.BIG_ENDIAN
                ? first << 16 | middle << 8 | last
                : last << 16 | middle << 8 | first;
    }

    /** A floating point number from its bits. */
    static double toDouble(long pattern, int bits) {
        return switch (bits) {
            case 16 -> HalfFloats.value((int) pattern);
            case 24 -> float24((int) pattern);
            case 32 -> Float.intBitsToFloat((int) pattern);
            default -> Double.longBitsToDouble(pattern);
        };
    }

    /** Of 24 bits: a sign, 7 bits of exponent (bias 63), 16 of fraction, by IEEE 754's rules. */
    private static double float24(int pattern) {
        int exponent = pattern >> 16 & 127;
        int fraction = pattern & 0xffff;
        double size =
                switch (exponent) {
                    case 0 -> Math.scalb((double) fraction, -78);
                    case 127 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
                    default -> Math.scalb((double) (0x10000 | fraction), exponent - 79);
                };
        return (pattern & 0x800000) == 0 ? size : -size;
    }

    /** A number whose highest of so many bits is its sign. */
    static long signed(long pattern, int bits) {
        return pattern << 64 - bits >> 64 - bits;
    }
}
