package sc.fiji.fastsam.io.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.List;
import sc.fiji.fastsam.io.ColorTable;
import sc.fiji.fastsam.io.PixelsPerUnit;

/** Where the blocks of a label image lie, and the directories that say so. */
final class LabelDirectory {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int LONG8 = 16;
    private static final int ASCII = 2;
    private static final int TAGS_OF_STRIPS = 14;
    private static final int DEFLATE = 8;
    private static final int COLOR_BYTES = 2 * 3 * ColorTable.ENTRIES;

    /** Bytes of a page's tags, but for the description and where the blocks lie, are fewer. */
    private static final int MOST_OF_TAGS = 500;

    private final LabelFormat format;
    private final long[][] offsets;
    private final int[][] counts;
    private final BitSet seen = new BitSet();
    private int largest;

    LabelDirectory(LabelFormat format) {
        this.format = format;
        this.offsets = new long[format.planes().total()][];
        this.counts = new int[format.planes().total()][];
    }

    /** True the first time it is asked. */
    boolean isNew(int plane, int column, int row) {
        int index =
                Math.multiplyExact(plane, format.grid().across() * format.grid().down())
                        + row * format.grid().across()
                        + column;
        boolean first = !seen.get(index);
        seen.set(index);
        return first;
    }

    void sawLabel(int label) {
        largest = Math.max(largest, label);
    }

    void place(int plane, int block, long offset, int count) {
        if (offsets[plane] == null) {
            offsets[plane] = new long[format.blocks()];
            counts[plane] = new int[format.blocks()];
        }
        offsets[plane][block] = offset;
        counts[plane][block] = count;
    }

    boolean isPlaced(int plane, int block) {
        return offsets[plane] != null && counts[plane][block] > 0;
    }

    /**
     * The file's first bytes.
     *
     * @param first where the first directory will lie
     */
    ByteBuffer header(long first) {
        ByteBuffer header = buffer(format.isBig() ? 16 : 8).put((byte) 'I').put((byte) 'I');
        if (format.isBig()) {
            header.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(first);
        } else {
            header.putShort((short) 42).putInt((int) first);
        }
        return header.flip();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * All directories, one behind the other.
     *
     * @param start where they will lie
     */
    ByteBuffer bytes(long start) {
        int planes = offsets.length;
        byte[] description = LabelDescription.of(format, largest);
        int table = format.colors().isPresent() ? COLOR_BYTES : 0;
        int ofPage = MOST_OF_TAGS + description.length + table + 20 * format.blocks();
        ByteBuffer out = buffer(Math.multiplyExact(planes, ofPage));
        for (int plane = 0; plane < planes; plane++) {
            new PageWriter(out, start, plane, description).write(plane == planes - 1);
        }
        return out.flip();
    }

    /** Writes one directory: entries first, then what does not fit into them. */
    private final class PageWriter {

        private final ByteBuffer out;
        private final long start;
        private final int plane;
        private final byte[] description;
        private final int tags;
        private int rest;

        PageWriter(ByteBuffer out, long start, int plane, byte[] description) {
            this.out = out;
            this.start = start;
            this.plane = plane;
            this.description = description;
            int from = out.position();
            this.tags =
                    TAGS_OF_STRIPS
                            + (format.isTiled() ? 1 : 0)
                            + (format.colors().isPresent() ? 1 : 0);
            this.rest = from + (format.isBig() ? 16 + 20 * tags : 6 + 12 * tags);
        }

        void write(boolean last) {
            if (format.isBig()) {
                out.putLong(tags);
            } else {
                out.putShort((short) tags);
            }
            entries();
            if (rest % 2 == 1) {
                rest++;
            }
            long next = last ? 0 : start + rest;
            if (format.isBig()) {
                out.putLong(next);
            } else {
                out.putInt((int) next);
            }
            out.position(rest);
        }

        private void entries() {
            boolean tiled = format.isTiled();
            number(Tags.WIDTH, LONG, format.size().width());
            number(Tags.HEIGHT, LONG, format.size().height());
            number(Tags.BITS_PER_SAMPLE, SHORT, format.bits());
            number(Tags.COMPRESSION, SHORT, DEFLATE);
            number(Tags.PHOTOMETRIC, SHORT, Samples.BLACK_IS_ZERO);
            text(Tags.DESCRIPTION, description);
            if (!tiled) {
                offsets(Tags.STRIP_OFFSETS);
            }
            number(Tags.SAMPLES_PER_PIXEL, SHORT, 1);
            if (!tiled) {
                number(Tags.ROWS_PER_STRIP, LONG, LabelFormat.TILE);
                counts(Tags.STRIP_BYTE_COUNTS);
            }
            rational(Tags.X_RESOLUTION, format.pixelSize().width());
            rational(Tags.Y_RESOLUTION, format.pixelSize().height());
            number(Tags.RESOLUTION_UNIT, SHORT, 1);
            format.colors().ifPresent(this::colors);
            if (tiled) {
                number(Tags.TILE_WIDTH, SHORT, LabelFormat.TILE);
                number(Tags.TILE_HEIGHT, SHORT, LabelFormat.TILE);
                offsets(Tags.TILE_OFFSETS);
                counts(Tags.TILE_BYTE_COUNTS);
            }
            number(Tags.SAMPLE_FORMAT, SHORT, 1);
        }

        private void head(int tag, int type, long count) {
            out.putShort((short) tag).putShort((short) type);
            if (format.isBig()) {
                out.putLong(count);
            } else {
                out.putInt((int) count);
            }
        }

        private void number(int tag, int type, long value) {
            head(tag, type, 1);
            field(value);
        }

        private void field(long value) {
            if (format.isBig()) {
                out.putLong(value);
            } else {
                out.putInt((int) value);
            }
        }

        /** Room for values behind the entries. */
        private int place(int bytes) {
            int at = rest + rest % 2;
            rest = at + bytes;
            field(start + at);
            return at;
        }

        private void text(int tag, byte[] bytes) {
            head(tag, ASCII, bytes.length);
            out.put(place(bytes.length), bytes);
        }

        /** All reds, all greens, all blues, each from 0 to 65535. */
        private void colors(ColorTable table) {
            head(Tags.COLOR_MAP, SHORT, 3 * ColorTable.ENTRIES);
            int at = place(COLOR_BYTES);
            for (byte[] part : List.of(table.reds(), table.greens(), table.blues())) {
                for (byte value : part) {
                    out.putShort(at, (short) ((value & 0xff) * 257));
                    at += Short.BYTES;
                }
            }
        }

        /** Pixels per unit. */
        private void rational(int tag, double extent) {
            head(tag, RATIONAL, 1);
            PixelsPerUnit exact = PixelsPerUnit.of(extent);
            int at = format.isBig() ? out.position() : place(8);
            out.putInt(at, (int) exact.numerator()).putInt(at + 4, (int) exact.denominator());
            if (format.isBig()) {
                out.position(at + 8);
            }
        }

        private void offsets(int tag) {
            long[] values = offsets[plane];
            int type = format.isBig() ? LONG8 : LONG;
            head(tag, type, values.length);
            if (values.length == 1) {
                field(values[0]);
                return;
            }
            int at = place(values.length * (format.isBig() ? 8 : 4));
            for (int i = 0; i < values.length; i++) {
                if (format.isBig()) {
                    out.putLong(at + 8 * i, values[i]);
                } else {
                    out.putInt(at + 4 * i, (int) values[i]);
                }
            }
        }

        private void counts(int tag) {
            int[] values = counts[plane];
            head(tag, LONG, values.length);
            if (values.length == 1) {
                field(values[0]);
                return;
            }
            if (format.isBig() && values.length == 2) {
                out.putInt(values[0]).putInt(values[1]);
                return;
            }
            int at = place(values.length * 4);
            for (int i = 0; i < values.length; i++) {
                out.putInt(at + 4 * i, values[i]);
            }
        }
    }
}
