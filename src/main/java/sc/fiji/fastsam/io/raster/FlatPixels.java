package sc.fiji.fastsam.io.raster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelType;

/**
 * How uncompressed planes lie in a file, one after the other without gaps.
 *
 * @param offset of the first plane
 * @param size of a plane
 * @param samples of a pixel, side by side: 1, or 3 for red, green and blue
 * @param number kind of each
 * @param bottomUp true where the last row comes first
 */
record FlatPixels(long offset, Size size, int samples, Number number, boolean bottomUp) {

    /**
     * A stored number and what it means: {@code stored * slope + intercept}.
     *
     * @param bits 8, 16, 32 or 64
     * @param used the lowest of these bits count; the others are ignored
     * @param kind 'u' unsigned, 's' signed, 'f' floating point
     * @param blank stored value that means "no value"; out of range where there is none
     */
    record Number(
            int bits,
            int used,
            char kind,
            ByteOrder order,
            double slope,
            double intercept,
            double blank) {

        static Number plain(int bits, char kind, ByteOrder order) {
            return new Number(bits, bits, kind, order, 1, 0, Double.NaN);
        }

        int bytes() {
            return bits / 8;
        }

        boolean isUnsigned() {
            boolean shifted = kind == 's' && bits == 16 && intercept == 32_768;
            boolean exact = kind == 'u' && intercept == 0 && bits <= 16;
            return slope == 1 && Double.isNaN(blank) && (shifted || exact);
        }

        /** NB: FITS stores unsigned numbers so; a sum of doubles would lose all but 53 bits. */
        private boolean isShiftedLong() {
            return bits == 64 && kind == 's' && slope == 1 && intercept == 0x1p63;
        }

        private static double unsigned(long value) {
            return value >= 0 ? value : (value >>> 1 | value & 1) * 2.0;
        }

        double value(ByteBuffer data, int at) {
            if (isShiftedLong()) {
                long stored = data.getLong(at);
                return stored == blank ? Double.NaN : unsigned(stored ^ Long.MIN_VALUE);
            }
            double stored =
                    switch (bits) {
                        case 8 -> extend(data.get(at));
                        case 16 -> extend(data.getShort(at));
                        case 32 -> thirtyTwo(data, at);
                        default -> kind == 'f' ? data.getDouble(at) : data.getLong(at);
                    };
            return stored == blank ? Double.NaN : stored * slope + intercept;
        }

        /** With the sign, or zeros, in place of what is above the used bits. */
        private int extend(int stored) {
            int shift = 32 - used;
            return kind == 's' ? stored << shift >> shift : stored << shift >>> shift;
        }

        private double thirtyTwo(ByteBuffer data, int at) {
            return switch (kind) {
                case 'f' -> data.getFloat(at);
                case 's' -> data.getInt(at);
                default -> data.getInt(at) & 0xffffffffL;
            };
        }
    }

    boolean isRgb() {
        return samples == 3 && number.bits() == 8 && number.isUnsigned();
    }

    PixelType type() {
        if (isRgb()) {
            return PixelType.RGB;
        }
        if (!number.isUnsigned()) {
            return PixelType.FLOAT32;
        }
        return number.bits() == 8 ? PixelType.UINT8 : PixelType.UINT16;
    }

    /** Planes that a stored plane makes. */
    int channels() {
        return isRgb() ? 1 : samples;
    }

    long rowBytes() {
        return (long) size.width() * samples * number.bytes();
    }

    long planeBytes() {
        return rowBytes() * size.height();
    }
}
