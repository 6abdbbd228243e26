package sc.fiji.fastsam.model.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, from first to last. */
final class PickleInput {

    private static final int LONGEST_NAME = 256;

    private final ByteBuffer bytes;

    PickleInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    /** 0 to 255. */
    int unsignedByte() throws PickleException {
        need(1);
        return bytes.get() & 0xff;
    }

    int unsignedShort() throws PickleException {
        need(2);
        return bytes.getShort() & 0xffff;
    }

    int signedInt() throws PickleException {
        need(4);
        return bytes.getInt();
    }

    /** NB: the only number that pickles have big-endian. */
    double bigEndianDouble() throws PickleException {
        need(8);
        return Double.longBitsToDouble(Long.reverseBytes(bytes.getLong()));
    }

    /** A two's complement number of so many bytes, least first. */
    long signedLong(int length) throws PickleException {
        if (length > Long.BYTES) {
            throw new PickleException("holds a whole number of " + length + " bytes");
        }
        need(length);
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (bytes.get() & 0xffL) << 8 * i;
        }
        int unused = Long.SIZE - 8 * length;
        return length == 0 ? 0 : value << unused >> unused;
    }

    String text(int length) throws PickleException {
        if (length < 0) {
            throw new PickleException("holds a text of " + length + " bytes");
        }
        need(length);
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    /** Up to the next line feed, which is skipped. */
    String line() throws PickleException {
        int end = bytes.position();
        while (end < bytes.limit() && bytes.get(end) != '\n') {
            end++;
        }
        if (end == bytes.limit() || end - bytes.position() > LONGEST_NAME) {
            throw new PickleException("holds the name of a class that does not end");
        }
        String line = text(end - bytes.position());
        bytes.get();
        return line;
    }

    private void need(int count) throws PickleException {
        if (bytes.remaining() < count) {
            throw new PickleException("ends too early, at byte " + bytes.limit());
        }
    }
}
