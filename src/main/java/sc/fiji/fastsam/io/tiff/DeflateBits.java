package sc.fiji.fastsam.io.tiff;

import java.util.Arrays;

/** Bits of a Deflate stream, the lowest of each byte first. Not thread-safe. */
final class DeflateBits {

    private byte[] bytes = new byte[1 << 12];
    private int size;
    private long waiting;
    private int count;

    /**
     * Adds bits.
     *
     * @param value no bits above them
     * @param length at most 32
     */
    void put(long value, int length) {
        waiting |= value << count;
        count += length;
        if (count >= 32) {
            if (size + 4 > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            int word = (int) waiting;
            bytes[size] = (byte) word;
            bytes[size + 1] = (byte) (word >> 8);
            bytes[size + 2] = (byte) (word >> 16);
            bytes[size + 3] = (byte) (word >> 24);
            size += 4;
            waiting >>>= 32;
            count -= 32;
        }
    }

    /** Goes to the next whole byte. */
    void align() {
        put(0, -count & 7);
    }

    /** All of them; zeros fill the last byte. */
    byte[] toBytes() {
        align();
        byte[] all = Arrays.copyOf(bytes, size + count / 8);
        for (int i = size; i < all.length; i++) {
            all[i] = (byte) (waiting >> 8 * (i - size));
        }
        return all;
    }
}
