package sc.fiji.fastsam.image;

import java.util.List;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;

/**
 * Values in 0..1 of a channel of a part of a plane, row-major: as they are, or stored numbers with
 * a table of what each becomes, so that no copy of them all is needed. Not thread-safe while who
 * gave the numbers changes them.
 */
public abstract class ChannelValues {

    ChannelValues() {}

    /** Values as they are; not copied. */
    static ChannelValues of(float[] values) {
        return new Floats(values);
    }

    /** Each channel of an image: one where it is gray, else three. */
    public static List<ChannelValues> of(RgbImage image) {
        return image.isGray()
                ? List.of(of(image.red()))
                : List.of(of(image.red()), of(image.green()), of(image.blue()));
    }

    /**
     * Stored 8- or 16-bit numbers.
     *
     * @param block not copied
     * @param table the value of each number, 256 or 65 536
     */
    public static List<ChannelValues> of(PixelBlock block, float[] table) {
        return List.of(
                block.type() == PixelType.UINT8
                        ? new Bytes(block.bytes(), table)
                        : new Shorts(block.shorts(), table));
    }

    /**
     * Red, green and blue of stored colors.
     *
     * @param block not copied
     * @param table the value of each of 256 intensities
     */
    public static List<ChannelValues> ofColors(PixelBlock block, float[] table) {
        return List.of(
                ofColor(block, 16, table), ofColor(block, 8, table), ofColor(block, 0, table));
    }

    /**
     * One color of stored ones.
     *
     * @param shift where its bits lie
     */
    public static ChannelValues ofColor(PixelBlock block, int shift, float[] table) {
        return new Color(block.colors(), shift, table);
    }

    /** How many. */
    abstract int count();

    /**
     * Copies values that lie side by side.
     *
     * @param from index of the first
     * @param to takes so many as it is asked for, from its begin on
     */
    public abstract void read(int from, int count, float[] to);

    /**
     * Resizes a row.
     *
     * @param from index of its first value
     * @param memory for a row before
     * @param row takes the result
     */
    void resize(RowResizer resizer, int from, float[] memory, float[] row) {
        read(from, resizer.inLength(), memory);
        resizer.resize(memory, 0, row);
    }

    /** All of them; a copy only where numbers are stored. */
    float[] all() {
        float[] values = new float[count()];
        read(0, values.length, values);
        return values;
    }

    private static final class Floats extends ChannelValues {

        private final float[] values;

        Floats(float[] values) {
            this.values = values;
        }

        @Override
        int count() {
            return values.length;
        }

        @Override
        public void read(int from, int count, float[] to) {
            System.arraycopy(values, from, to, 0, count);
        }

        @Override
        void resize(RowResizer resizer, int from, float[] memory, float[] row) {
            resizer.resize(values, from, row);
        }

        @Override
        float[] all() {
            return values;
        }
    }

    private static final class Shorts extends ChannelValues {

        private final short[] stored;
        private final float[] table;

        Shorts(short[] stored, float[] table) {
            this.stored = stored;
            this.table = table;
        }

        @Override
        int count() {
            return stored.length;
        }

        @Override
        public void read(int from, int count, float[] to) {
            for (int i = 0; i < count; i++) {
                to[i] = table[stored[from + i] & 0xffff];
            }
        }

        @Override
        void resize(RowResizer resizer, int from, float[] memory, float[] row) {
            if (resizer.shrinks()) {
                resizer.shrink(stored, table, from, row);
            } else {
                super.resize(resizer, from, memory, row);
            }
        }
    }

    private static final class Bytes extends ChannelValues {

        private final byte[] stored;
        private final float[] table;

        Bytes(byte[] stored, float[] table) {
            this.stored = stored;
            this.table = table;
        }

        @Override
        int count() {
            return stored.length;
        }

        @Override
        public void read(int from, int count, float[] to) {
            for (int i = 0; i < count; i++) {
                to[i] = table[stored[from + i] & 0xff];
            }
        }

        @Override
        void resize(RowResizer resizer, int from, float[] memory, float[] row) {
            if (resizer.shrinks()) {
                resizer.shrink(stored, table, from, row);
            } else {
                super.resize(resizer, from, memory, row);
            }
        }
    }

    private static final class Color extends ChannelValues {

        private final int[] stored;
        private final int shift;
        private final float[] table;

        Color(int[] stored, int shift, float[] table) {
            this.stored = stored;
            this.shift = shift;
            this.table = table;
        }

        @Override
        int count() {
            return stored.length;
        }

        @Override
        public void read(int from, int count, float[] to) {
            for (int i = 0; i < count; i++) {
                to[i] = table[stored[from + i] >> shift & 0xff];
            }
        }
    }
}
