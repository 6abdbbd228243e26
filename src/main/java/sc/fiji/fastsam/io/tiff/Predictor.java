package sc.fiji.fastsam.io.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Undoes the differences that are stored instead of samples, in place. */
final class Predictor {

    private Predictor() {}

    /**
     * Differences of neighboring pixels (predictor 2).
     *
     * @param row bytes of one row of a block
     * @param samples that lie side by side
     * @param bits 8, 16, 32 or 64
     */
    static void undoDifferences(byte[] data, int row, int samples, int bits, ByteOrder order) {
        ByteBuffer buffer = ByteBuffer.wrap(data).order(order);
        int step = samples * bits / 8;
        for (int start = 0; start < data.length; start += row) {
            int end = Math.min(start + row, data.length);
            switch (bits) {
                case 8 -> addBytes(data, start + step, end, step);
                case 16 -> addShorts(buffer, start + step, end, step);
                case 32 -> addInts(buffer, start + step, end, step);
                default -> addLongs(buffer, start + step, end, step);
            }
        }
    }

    private static void addBytes(byte[] data, int from, int to, int step) {
        for (int i = from; i < to; i++) {
            data[i] += data[i - step];
        }
    }

    private static void addShorts(ByteBuffer data, int from, int to, int step) {
        for (int i = from; i + 1 < to; i += 2) {
            data.putShort(i, (short) (data.getShort(i) + data.getShort(i - step)));
        }
    }

    private static void addInts(ByteBuffer data, int from, int to, int step) {
        for (int i = from; i + 3 < to; i += 4) {
            data.putInt(i, data.getInt(i) + data.getInt(i - step));
        }
    }

    private static void addLongs(ByteBuffer data, int from, int to, int step) {
        for (int i = from; i + 7 < to; i += 8) {
            data.putLong(i, data.getLong(i) + data.getLong(i - step));
        }
    }

    /**
     * Differences of bytes, where each row holds all most significant bytes first (predictor 3,
     * Adobe's technical note 3). The outcome is in the given order of bytes.
     *
     * @param row bytes of one row of a block
     * @param samples that lie side by side
     * @param bytes of a sample
     */
    static void undoFloats(byte[] data, int row, int samples, int bytes, ByteOrder order) {
        byte[] mixed = new byte[row];
        int values = row / bytes;
        for (int start = 0; start + row <= data.length; start += row) {
            addBytes(data, start + samples, start + row, samples);
            System.arraycopy(data, start, mixed, 0, row);
            for (int i = 0; i < values; i++) {
                for (int b = 0; b < bytes; b++) {
                    int place = order == ByteOrder.BIG_ENDIAN ? b : bytes - 1 - b;
                    data[start + i * bytes + place] = mixed[b * values + i];
                }
            }
        }
    }
}
