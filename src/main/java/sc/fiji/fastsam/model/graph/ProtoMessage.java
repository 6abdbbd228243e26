package sc.fiji.fastsam.model.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message of a protocol buffer: fields in the order in which they are added. */
final class ProtoMessage {

    private static final int VARINT = 0;
    private static final int LENGTH = 2;
    private static final int FIXED = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A whole number. */
    ProtoMessage add(int field, long value) {
        key(field, VARINT);
        varint(value);
        return this;
    }

    /** A 32-bit float. */
    ProtoMessage add(int field, float value) {
        key(field, FIXED);
        int bits = Float.floatToIntBits(value);
        for (int i = 0; i < Float.BYTES; i++) {
            out.write(bits >>> 8 * i);
        }
        return this;
    }

    /** A text, in UTF-8. */
    ProtoMessage add(int field, String value) {
        return add(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A message within. */
    ProtoMessage add(int field, ProtoMessage value) {
        return add(field, value.toBytes());
    }

    /** Bytes. */
    ProtoMessage add(int field, byte[] value) {
        announce(field, value.length);
        out.writeBytes(value);
        return this;
    }

    /** Begins a field of so many bytes, which the caller adds elsewhere. */
    ProtoMessage announce(int field, long length) {
        key(field, LENGTH);
        varint(length);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void key(int field, int kind) {
        varint((long) field << 3 | kind);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
