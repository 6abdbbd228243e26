package sc.fiji.fastsam.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A message of a protocol buffer that is read field by field, past what is not wanted. */
final class ProtoInput {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    /** Longer fields are no texts. */
    private static final int LONGEST = 1 << 16;

    private final InputStream in;
    private long left;

    /**
     * @param in stands at the message's beginning; not closed
     * @param length of the message, in bytes
     */
    ProtoInput(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    /** Receives the content of a field. */
    interface Receiver {
        void accept(byte[] content) throws IOException;
    }

    /**
     * Hands on each field at the end of a path of messages within messages.
     *
     * @param path numbers of the fields, the outermost first
     * @throws IOException if this is no message
     */
    void each(List<Integer> path, Receiver receiver) throws IOException {
        while (left > 0) {
            long key = varint();
            boolean wanted = key == ((long) path.get(0) << 3 | LENGTH);
            long length = length((int) (key & 7));
            if (length < 0 || length > left) {
                throw new EOFException("A field ends beyond its message.");
            }
            left -= length;
            if (!wanted) {
                in.skipNBytes(length);
            } else if (path.size() > 1) {
                new ProtoInput(in, length).each(path.subList(1, path.size()), receiver);
            } else {
                receiver.accept(text(length));
            }
        }
    }

    private byte[] text(long length) throws IOException {
        if (length > LONGEST) {
            throw new IOException("A text has " + length + " bytes.");
        }
        return in.readNBytes((int) length);
    }

    private long length(int kind) throws IOException {
        switch (kind) {
            case VARINT:
                varint();
                return 0;
            case FIXED64:
                return Long.BYTES;
            case LENGTH:
                return varint();
            case FIXED32:
                return Integer.BYTES;
            default:
                throw new IOException("There is no field of kind " + kind + ".");
        }
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = in.read();
            if (next < 0 || --left < 0) {
                throw new EOFException("A number ends beyond its message.");
            }
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("A number has more than 64 bits.");
    }
}
