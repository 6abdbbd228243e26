package sc.fiji.fastsam.io.zarr.codec;

import java.io.IOException;

/**
 * Blosc's own compression, a kin of FastLZ. A byte below 32 starts a run of literals (its value
 * plus 1), any other a copy of what came before: 3 bits of length, 13 bits of distance, either of
 * which goes on in further bytes where it is at its greatest.
 */
final class BloscLz {

    /** From here on the distance is in two more bytes. */
    private static final int FAR = 8191;

    private final byte[] in;
    private final int inEnd;
    private final byte[] out;
    private final int outStart;
    private final int outEnd;
    private int next;
    private int at;

    private BloscLz(byte[] in, int from, int length, byte[] out, int at, int most) {
        this.in = in;
        this.next = from;
        this.inEnd = from + length;
        this.out = out;
        this.at = at;
        this.outStart = at;
        this.outEnd = at + most;
    }

    /**
     * Decodes {@code in[from .. from + length)} into {@code out[at .. at + most)}.
     *
     * @return number of bytes written
     * @throws IOException if the bytes are damaged or more than {@code most} would come out
     */
    static int decode(byte[] in, int from, int length, byte[] out, int at, int most)
            throws IOException {
        return new BloscLz(in, from, length, out, at, most).decode();
    }

    private int decode() throws IOException {
        int control = read() & 31;
        while (true) {
            if (control < 32) {
                literals(control + 1);
            } else {
                copy(control);
            }
            if (next >= inEnd) {
                return at - outStart;
            }
            control = read();
        }
    }

    private void literals(int length) throws IOException {
        check(length <= inEnd - next && length <= outEnd - at);
        System.arraycopy(in, next, out, at, length);
        next += length;
        at += length;
    }

    private void copy(int control) throws IOException {
        long length = (control >> 5) + 2;
        if (control >> 5 == 7) {
            int more;
            do {
                more = read();
                length += more;
            } while (more == 255);
        }
        int distance = ((control & 31) << 8) + read();
        if (distance == FAR) {
            distance += (read() << 8) + read();
        }
        int from = at - distance - 1;
        check(from >= outStart && length <= outEnd - at);
        for (int i = 0; i < length; i++) {
            out[at++] = out[from++];
        }
    }

    private int read() throws IOException {
        check(next < inEnd);
        return in[next++] & 0xff;
    }

    private static void check(boolean sound) throws IOException {
        if (!sound) {
            throw new IOException("does not decompress (blosclz): a run leaves the block");
        }
    }
}
