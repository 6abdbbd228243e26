package sc.fiji.fastsam.io.tiff;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import sc.fiji.fastsam.io.PixelBlock;

/** Copies pixels from rows of decoded samples to blocks of pixels. Thread-safe. */
final class RowReader {

    /**
     * Decoded rows.
     *
     * @param data in an array, from its begin to its limit
     * @param shorts the same as 16-bit numbers
     * @param floats the same as 32-bit ones
     */
    record Rows(ByteBuffer data, ShortBuffer shorts, FloatBuffer floats) {

        Rows(ByteBuffer data) {
            this(data, data.asShortBuffer(), data.asFloatBuffer());
        }
    }

    /**
     * Where pixels lie.
     *
     * @param rows that hold them
     * @param start byte where the row begins
     * @param x first pixel, counted from there
     * @param count number of pixels
     */
    record Run(Rows rows, int start, int x, int count) {

        ByteBuffer data() {
            return rows.data();
        }
    }

    private final Samples samples;
    private volatile boolean lossy;

    RowReader(Samples samples) {
        this.samples = samples;
    }

    /** True once a value was not held exactly. */
    boolean isLossy() {
        return lossy;
    }

    /** Copies colors that lie side by side. */
    void colors(Run run, PixelBlock out, int to) {
        int[] colors = out.colors();
        // NB: from the array, as a buffer takes three times as long.
        byte[] data = run.data().array();
        int step = samples.count();
        int at = run.data().arrayOffset() + run.start + run.x * step;
        for (int i = to; i < to + run.count; i++, at += step) {
            int red = data[at] & 0xff;
            int green = data[at + 1] & 0xff;
            colors[i] = 0xff000000 | red << 16 | green << 8 | data[at + 2] & 0xff;
        }
    }

    /**
     * Copies one color of three that lie apart.
     *
     * @param component 0 red, 1 green, 2 blue
     */
    void component(Run run, int component, PixelBlock out, int to) {
        int[] colors = out.colors();
        byte[] data = run.data().array();
        int shift = 16 - 8 * component;
        int at = run.data().arrayOffset() + run.start + run.x;
        for (int i = 0; i < run.count; i++) {
            colors[to + i] |= 0xff000000 | (data[at + i] & 0xff) << shift;
        }
    }

    /**
     * Copies one sample of each pixel.
     *
     * @param sample which of those that lie side by side
     */
    void values(Run run, int sample, PixelBlock out, int to) {
        boolean alone = samples.perBlock() == 1;
        switch (out.type()) {
            case UINT8 -> {
                if (alone && samples.bits() == 8) {
                    run.data().get(run.start + run.x, out.bytes(), to, run.count);
                } else {
                    toBytes(run, sample, out.bytes(), to);
                }
            }
            case UINT16 -> toShorts(run, sample, out.shorts(), to);
            case FLOAT32 -> {
                if (samples.format() == SampleFormat.FLOAT) {
                    fromFloats(run, sample, out.floats(), to);
                } else {
                    fromIntegers(run, sample, out.floats(), to);
                }
            }
            default -> throw new IllegalStateException("No values in " + out.type());
        }
    }

    private void toBytes(Run run, int sample, byte[] out, int to) {
        // NB: a bit is black or white, as in ImageJ.
        int factor = samples.bits() == 1 ? 255 : 1;
        for (int i = 0; i < run.count; i++) {
            out[to + i] = (byte) (pattern(run, i, sample) * factor);
        }
    }

    private void toShorts(Run run, int sample, short[] out, int to) {
        if (samples.bits() == 16) {
            int step = 2 * samples.perBlock();
            int at = run.start + run.x * step + 2 * sample;
            if (step == 2) {
                run.rows.shorts().get(at / 2, out, to, run.count);
                return;
            }
            for (int i = 0; i < run.count; i++, at += step) {
                out[to + i] = run.data().getShort(at);
            }
            return;
        }
        for (int i = 0; i < run.count; i++) {
            out[to + i] = (short) pattern(run, i, sample);
        }
    }

    private void fromFloats(Run run, int sample, float[] out, int to) {
        int bits = samples.bits();
        if (bits == 32 && samples.perBlock() == 1) {
            run.rows.floats().get(run.start / 4 + run.x, out, to, run.count);
            return;
        }
        boolean lost = false;
        for (int i = 0; i < run.count; i++) {
            double value = SampleReader.toDouble(pattern(run, i, sample), bits);
            out[to + i] = (float) value;
            lost |= bits == 64 && out[to + i] != value && !Double.isNaN(value);
        }
        lossy |= lost;
    }

    private void fromIntegers(Run run, int sample, float[] out, int to) {
        int bits = samples.bits();
        boolean signed = samples.format() == SampleFormat.SIGNED;
        boolean lost = false;
        for (int i = 0; i < run.count; i++) {
            long value = pattern(run, i, sample);
            value = signed ? SampleReader.signed(value, bits) : value;
            out[to + i] = signed || value >= 0 ? value : unsigned(value);
            lost |= bits > 24 && ((long) out[to + i] != value || value == Long.MAX_VALUE);
        }
        lossy |= lost;
    }

    /** A 64-bit number that Java takes for negative. */
    private static float unsigned(long value) {
        return (value >>> 1 | value & 1) * 2f;
    }

    private long pattern(Run run, int pixel, int sample) {
        int bits = samples.bits();
        long place = (long) (run.x + pixel) * samples.perBlock() + sample;
        return bits % 8 == 0
                ? SampleReader.whole(run.data(), (int) (run.start + place * (bits / 8)), bits)
                : SampleReader.bits(run.data(), run.start, place * bits, bits);
    }
}
