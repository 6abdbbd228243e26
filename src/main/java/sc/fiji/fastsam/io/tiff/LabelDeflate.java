package sc.fiji.fastsam.io.tiff;

import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Deflate of rows of labels (RFC 1951, in a stream as of RFC 1950). Labels come in runs and rows
 * are like those above them, so whole runs are compared where a general packer looks at each byte,
 * and a fixed table of codes serves them all. Not thread-safe.
 */
final class LabelDeflate {

    private static final int LEAST_MATCH = 3;
    private static final int MOST_MATCH = 258;
    private static final int FARTHEST = 32_768;

    /** Shorter runs from the row above take more bits than labels as they are. */
    private static final int LEAST_ABOVE = 6;

    private final byte[] rows;
    private final int labelBytes;
    private final int rowBytes;
    private final DeflateBits bits = new DeflateBits();
    private final LabelCodes codes;

    private LabelDeflate(byte[] rows, int labelBytes, int rowBytes) {
        this.rows = rows;
        this.labelBytes = labelBytes;
        // NB: any two distances do, but they must differ.
        this.rowBytes = Math.max(rowBytes, 2 * labelBytes);
        this.codes = new LabelCodes(labelBytes, Math.min(this.rowBytes, FARTHEST));
    }

    /**
     * A whole stream.
     *
     * @param rows labels, row by row
     * @param labelBytes 2 or 4
     * @param rowBytes of more than 2^15 each row is packed for itself
     */
    static byte[] of(byte[] rows, int labelBytes, int rowBytes) {
        return new LabelDeflate(rows, labelBytes, rowBytes).stream();
    }

    private byte[] stream() {
        bits.put(0x0178, 16);
        codes.putTable(bits);
        for (int at = 0; at < rows.length; ) {
            int left = at < labelBytes ? 0 : same(at, labelBytes);
            int above = at < rowBytes || rowBytes > FARTHEST ? 0 : same(at, rowBytes);
            if (above > left && above >= LEAST_ABOVE) {
                at += copy(above, true);
            } else if (left >= LEAST_MATCH) {
                at += copy(left, false);
            } else {
                at += literal(at);
            }
        }
        codes.putEnd(bits);
        bits.align();
        Adler32 sum = new Adler32();
        sum.update(rows);
        bits.put(Integer.reverseBytes((int) sum.getValue()) & 0xffffffffL, 32);
        return bits.toBytes();
    }

    /** How many bytes from one on are as those some bytes before. */
    private int same(int at, int before) {
        int end = rows.length;
        int same = Arrays.mismatch(rows, at, end, rows, at - before, end - before);
        return same < 0 ? end - at : same;
    }

    /** NB: what is left of a run and too short for a match comes as labels. */
    private int copy(int length, boolean above) {
        int left = length;
        for (; left >= MOST_MATCH; left -= MOST_MATCH) {
            codes.putLongest(bits, above);
        }
        if (left >= LEAST_MATCH) {
            codes.putMatch(bits, left, above);
            left = 0;
        }
        return length - left;
    }

    /** The bytes of a label, or what is left of it. */
    private int literal(int at) {
        int count = Math.min(labelBytes - at % labelBytes, rows.length - at);
        for (int i = at; i < at + count; i++) {
            codes.putByte(bits, rows[i] & 0xff);
        }
        return count;
    }
}
