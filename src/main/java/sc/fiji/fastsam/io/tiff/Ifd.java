package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import sc.fiji.fastsam.io.MemoryNeed;

/** One directory: tags and where their values lie. Values are read when asked for. Immutable. */
final class Ifd {

    /** Bytes of a value, by TIFF's type number; 0 is no type. */
    private static final int[] TYPE_BYTES = {
        0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8
    };

    private final TiffInput in;
    private final ByteBuffer entries;
    private final int page;

    /**
     * @param entries the bytes of all entries
     * @param page counted from 0, for messages
     */
    Ifd(TiffInput in, ByteBuffer entries, int page) {
        this.in = in;
        this.entries = entries;
        this.page = page;
    }

    TiffInput input() {
        return in;
    }

    /** Counted from 0; of a directory below a page, that of the page. */
    int page() {
        return page;
    }

    private int entryBytes() {
        return in.isBig() ? 20 : 12;
    }

    private int find(int tag) {
        for (int at = 0; at + entryBytes() <= entries.limit(); at += entryBytes()) {
            if ((entries.getShort(at) & 0xffff) == tag) {
                return at;
            }
        }
        return -1;
    }

    boolean has(int tag) {
        return find(tag) >= 0;
    }

    /** How many values a tag has; 0 where it is not there. */
    long count(int tag) {
        int at = find(tag);
        return at < 0 ? 0 : countAt(at);
    }

    private long countAt(int at) {
        return in.isBig() ? entries.getLong(at + 4) : entries.getInt(at + 4) & 0xffffffffL;
    }

    /** The tag's first value as an integer. */
    long number(int tag, long otherwise) throws IOException {
        long[] values = numbers(tag, 1);
        return values.length == 0 ? otherwise : values[0];
    }

    /**
     * The tag's first values as integers.
     *
     * @param most no more than that are read
     * @throws IOException if they do not lie in the file or are no integers
     */
    long[] numbers(int tag, long most) throws IOException {
        int at = find(tag);
        if (at < 0) {
            return new long[0];
        }
        int type = type(at, tag);
        ByteBuffer values = values(at, tag, most);
        long[] numbers = new long[values.limit() / TYPE_BYTES[type]];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = integer(values, i, type, tag);
        }
        return numbers;
    }

    private long integer(ByteBuffer values, int i, int type, int tag) throws IOException {
        return switch (type) {
            case 1, 2, 7 -> values.get(i) & 0xff;
            case 6 -> values.get(i);
            case 3 -> values.getShort(2 * i) & 0xffff;
            case 8 -> values.getShort(2 * i);
            case 4, 13 -> values.getInt(4 * i) & 0xffffffffL;
            case 9 -> values.getInt(4 * i);
            case 16, 17, 18 -> values.getLong(8 * i);
            default -> throw damaged(tag, "holds no integers");
        };
    }

    /** The tag's first value as a number with fraction; NaN where there is none. */
    double real(int tag) throws IOException {
        int at = find(tag);
        if (at < 0 || countAt(at) == 0) {
            return Double.NaN;
        }
        int type = type(at, tag);
        ByteBuffer value = values(at, tag, 1);
        return switch (type) {
            case 5 -> (value.getInt(0) & 0xffffffffL) / (double) (value.getInt(4) & 0xffffffffL);
            case 10 -> value.getInt(0) / (double) value.getInt(4);
            case 11 -> value.getFloat(0);
            case 12 -> value.getDouble(0);
            default -> integer(value, 0, type, tag);
        };
    }

    /** All bytes of a tag, as they lie in the file. */
    byte[] bytes(int tag) throws IOException {
        int at = find(tag);
        return at < 0 ? new byte[0] : values(at, tag, Long.MAX_VALUE).array();
    }

    /** The tag's text: UTF-8 if it is valid, else Latin-1; "" where there is none. */
    String text(int tag) throws IOException {
        byte[] bytes = bytes(tag);
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    private int type(int at, int tag) throws IOException {
        int type = entries.getShort(at + 2) & 0xffff;
        if (type >= TYPE_BYTES.length || TYPE_BYTES[type] == 0) {
            throw damaged(tag, "has the unknown type " + type);
        }
        return type;
    }

    private ByteBuffer values(int at, int tag, long most) throws IOException {
        int bytes = TYPE_BYTES[type(at, tag)];
        long count = countAt(at);
        int inline = in.isBig() ? 8 : 4;
        if (count < 0 || count > in.size()) {
            throw damaged(tag, "would have " + Long.toUnsignedString(count) + " values");
        }
        long wanted = Math.min(count, most) * bytes;
        if (wanted > MemoryNeed.LONGEST_ARRAY) {
            throw damaged(tag, "would take " + wanted + " bytes");
        }
        if (count * bytes <= inline) {
            byte[] copy = new byte[(int) wanted];
            entries.get(at + inline + 4, copy);
            return ByteBuffer.wrap(copy).order(in.order());
        }
        long where = in.isBig() ? entries.getLong(at + 12) : entries.getInt(at + 8) & 0xffffffffL;
        return in.read(where, (int) wanted, "tag " + tag + " of page " + (page + 1));
    }

    private IOException damaged(int tag, String what) {
        return new IOException(
                "is damaged: tag "
                        + tag
                        + " of page "
                        + (page + 1)
                        + " "
                        + what
                        + "."
                        + Refusal.COPY_AGAIN);
    }
}
