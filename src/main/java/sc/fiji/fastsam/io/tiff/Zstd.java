package sc.fiji.fastsam.io.tiff;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Zstandard frames. */
final class Zstd {

    private static final int SCRAP = 1 << 16;

    private Zstd() {}

    /**
     * Decodes exactly as many bytes as the output has.
     *
     * @throws Damage if the data hold fewer or more, or make no sense
     */
    static void decode(byte[] in, byte[] out) throws Damage {
        int length;
        try {
            length = new ZstdDecompressor().decompress(in, 0, in.length, out, 0, out.length);
        } catch (RuntimeException e) {
            throw senseless(e);
        }
        if (length != out.length) {
            throw new Damage("its data end after " + length + " of " + out.length + " bytes");
        }
    }

    /**
     * Decodes into nothing.
     *
     * @throws Damage as {@link #decode}
     */
    static void check(byte[] in, int length) throws Damage {
        byte[] scrap = new byte[SCRAP];
        long done = 0;
        try (InputStream stream = new ZstdInputStream(new ByteArrayInputStream(in))) {
            for (int n = stream.read(scrap); n >= 0 && done <= length; n = stream.read(scrap)) {
                done += n;
            }
        } catch (IOException | RuntimeException e) {
            throw senseless(e);
        }
        if (done != length) {
            throw new Damage("its data hold " + done + " bytes, not " + length);
        }
    }

    private static Damage senseless(Exception e) {
        String why = e instanceof MalformedInputException ? e.getMessage() : e.toString();
        return new Damage("its data make no sense (" + why + ")", e);
    }
}
