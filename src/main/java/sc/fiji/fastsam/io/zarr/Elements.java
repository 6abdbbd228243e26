package sc.fiji.fastsam.io.zarr;

import java.nio.ByteBuffer;
import sc.fiji.fastsam.io.HalfFloats;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.zarr.store.ElementType;

/** Stored elements as pixels. Remembers whether that lost digits. Thread-safe. */
final class Elements {

    /** Bits of a float's significand. */
    private static final int PRECISION = 24;

    /** All whole numbers up to here are floats. */
    private static final long EXACT = 1L << PRECISION;

    private final ElementType type;
    private volatile boolean lossy;

    Elements(ElementType type) {
        this.type = type;
    }

    /** True when a value so far could not be held exactly. */
    boolean isLossy() {
        return lossy;
    }

    /**
     * Copies a run of elements into a block of the type's {@link ElementType#pixelType}.
     *
     * @param from first element, of {@code bytes}
     * @param stride elements from one to the next; 0 repeats one
     * @param to first pixel
     */
    void copy(byte[] bytes, int from, int stride, PixelBlock block, int to, int count) {
        switch (block.type()) {
            case UINT8 -> copyBytes(bytes, from, stride, block.bytes(), to, count);
            case UINT16 -> copyShorts(bytes, from, stride, block.shorts(), to, count);
            default -> copyFloats(bytes, from, stride, block.floats(), to, count);
        }
    }

    private static void copyBytes(byte[] in, int from, int stride, byte[] out, int to, int count) {
        if (stride == 1) {
            System.arraycopy(in, from, out, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            out[to + i] = in[from + i * stride];
        }
    }

    private void copyShorts(byte[] bytes, int from, int stride, short[] out, int to, int count) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(type.order());
        for (int i = 0; i < count; i++) {
            out[to + i] = in.getShort(2 * (from + i * stride));
        }
    }

    private void copyFloats(byte[] bytes, int from, int stride, float[] out, int to, int count) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(type.order());
        int step = type.bytes() * stride;
        int at = type.bytes() * from;
        switch (type.kind()) {
            case FLOATING -> {
                for (int i = 0; i < count; i++, at += step) {
                    out[to + i] = floating(in, at);
                }
            }
            case SIGNED -> {
                for (int i = 0; i < count; i++, at += step) {
                    out[to + i] = rounded(signed(in, at));
                }
            }
            default -> {
                for (int i = 0; i < count; i++, at += step) {
                    out[to + i] = unsigned(in, at);
                }
            }
        }
    }

    private float floating(ByteBuffer in, int at) {
        return switch (type.bytes()) {
            case 2 -> HalfFloats.value(in.getShort(at));
            case 4 -> in.getFloat(at);
            default -> rounded(in.getDouble(at));
        };
    }

    private long signed(ByteBuffer in, int at) {
        return switch (type.bytes()) {
            case 1 -> in.get(at);
            case 2 -> in.getShort(at);
            case 4 -> in.getInt(at);
            default -> in.getLong(at);
        };
    }

    private float unsigned(ByteBuffer in, int at) {
        long value = type.bytes() == 4 ? in.getInt(at) & 0xffffffffL : in.getLong(at);
        if (value >= 0) {
            return rounded(value);
        }
        if (bits(value) > PRECISION) {
            lossy = true;
        }
        // NB: halved, the last bit kept so that it still decides the rounding.
        return 2f * (float) (value >>> 1 | value & 1);
    }

    private float rounded(long value) {
        if ((value > EXACT || value < -EXACT) && bits(Math.abs(value)) > PRECISION) {
            lossy = true;
        }
        return value;
    }

    private float rounded(double value) {
        float held = (float) value;
        if (held != value && !Double.isNaN(value)) {
            lossy = true;
        }
        return held;
    }

    /** From the first to the last bit that is set. */
    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value) - Long.numberOfTrailingZeros(value);
    }
}
