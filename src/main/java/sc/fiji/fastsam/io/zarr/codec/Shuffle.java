package sc.fiji.fastsam.io.zarr.codec;

/** Blosc's reorderings of the bytes or bits of equally sized elements. */
enum Shuffle {
    /** As they are. */
    NONE {
        @Override
        void undo(byte[] in, byte[] out, int at, int length, int elementBytes) {
            System.arraycopy(in, 0, out, at, length);
        }
    },
    /** All first bytes, then all second bytes and so on; a broken last element as it is. */
    BYTES {
        @Override
        void undo(byte[] in, byte[] out, int at, int length, int elementBytes) {
            int n = length / elementBytes;
            for (int b = 0; b < elementBytes; b++) {
                for (int i = 0, to = at + b; i < n; i++, to += elementBytes) {
                    out[to] = in[b * n + i];
                }
            }
            int whole = n * elementBytes;
            System.arraycopy(in, whole, out, at + whole, length - whole);
        }
    },
    /** All first bits, then all second bits and so on; only where elements come in eights. */
    BITS {
        @Override
        void undo(byte[] in, byte[] out, int at, int length, int elementBytes) {
            int n = length / elementBytes;
            if (n % 8 != 0) {
                NONE.undo(in, out, at, length, elementBytes);
                return;
            }
            for (int b = 0; b < elementBytes; b++) {
                undoByte(in, b * n, out, at + b, n, elementBytes);
            }
            int whole = n * elementBytes;
            System.arraycopy(in, whole, out, at + whole, length - whole);
        }
    };

    /**
     * Restores {@code in[0 .. length)} to {@code out[at .. at + length)}.
     *
     * @param elementBytes 1 to 255
     */
    abstract void undo(byte[] in, byte[] out, int at, int length, int elementBytes);

    /** One byte of each of {@code n} elements, from eight rows of {@code n / 8} bytes. */
    private static void undoByte(byte[] in, int from, byte[] out, int at, int n, int step) {
        int rowBytes = n / 8;
        int to = at;
        for (int g = 0; g < rowBytes; g++) {
            long rows = 0;
            for (int bit = 7; bit >= 0; bit--) {
                rows = rows << 8 | in[from + bit * rowBytes + g] & 0xff;
            }
            rows = transposed(rows);
            for (int i = 0; i < 8; i++, to += step) {
                out[to] = (byte) (rows >>> 8 * i);
            }
        }
    }

    /** Of an 8 x 8 bit matrix, row r in bits 8r to 8r + 7 (Hacker's Delight, 7-3). */
    private static long transposed(long rows) {
        long x = swapped(rows, 7, 0x00AA00AA00AA00AAL);
        x = swapped(x, 14, 0x0000CCCC0000CCCCL);
        return swapped(x, 28, 0x00000000F0F0F0F0L);
    }

    private static long swapped(long x, int distance, long mask) {
        long t = (x ^ x >>> distance) & mask;
        return x ^ t ^ t << distance;
    }
}
