package sc.fiji.fastsam.io.tiff;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** zlib streams, whose checksum is looked at. */
final class Deflate {

    private static final int SCRAP = 1 << 16;

    private Deflate() {}

    /**
     * Decodes exactly as many bytes as the output has.
     *
     * @throws Damage if the data hold fewer or more, or their checksum is wrong
     */
    static void decode(byte[] in, byte[] out) throws Damage {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(in);
            int length = 0;
            while (length < out.length) {
                length += some(inflater, out, length, out.length);
            }
            checkEnd(inflater, out.length);
        } finally {
            inflater.end();
        }
    }

    /**
     * Inflates into nothing.
     *
     * @throws Damage as {@link #decode}
     */
    static void check(byte[] in, int length) throws Damage {
        Inflater inflater = new Inflater();
        byte[] scrap = new byte[SCRAP];
        try {
            inflater.setInput(in);
            long done = 0;
            while (done < length) {
                done += some(inflater, scrap, 0, (int) Math.min(SCRAP, length - done));
            }
            checkEnd(inflater, length);
        } finally {
            inflater.end();
        }
    }

    private static int some(Inflater inflater, byte[] out, int from, int to) throws Damage {
        int n = inflate(inflater, out, from, to);
        if (n == 0) {
            throw new Damage(
                    "its data end after " + inflater.getBytesWritten() + " bytes, too early");
        }
        return n;
    }

    private static int inflate(Inflater inflater, byte[] out, int from, int to) throws Damage {
        try {
            return inflater.inflate(out, from, to - from);
        } catch (DataFormatException e) {
            throw new Damage("its data make no sense (" + e.getMessage() + ")", e);
        }
    }

    private static void checkEnd(Inflater inflater, int length) throws Damage {
        if (!inflater.finished() && inflate(inflater, new byte[1], 0, 1) > 0) {
            throw new Damage("its data hold more than " + length + " bytes");
        }
        if (!inflater.finished()) {
            throw new Damage("its data end before their checksum");
        }
    }
}
