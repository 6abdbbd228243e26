package sc.fiji.fastsam.io.tiff;

import java.util.Arrays;

/** Run lengths of bytes (TIFF 6.0, section 9). */
final class PackBits {

    private PackBits() {}

    /**
     * Decodes exactly as many bytes as the output has.
     *
     * @throws Damage if the data hold fewer or more
     */
    static void decode(byte[] in, byte[] out) throws Damage {
        int to = 0;
        int from = 0;
        while (to < out.length) {
            if (from >= in.length) {
                throw new Damage("its data end after " + to + " of " + out.length + " bytes");
            }
            int code = in[from++];
            if (code == -128) {
                continue;
            }
            int length = code >= 0 ? code + 1 : 1 - code;
            int needed = code >= 0 ? length : 1;
            if (length > out.length - to || needed > in.length - from) {
                throw new Damage("a run of " + length + " bytes does not fit");
            }
            if (code >= 0) {
                System.arraycopy(in, from, out, to, length);
            } else {
                Arrays.fill(out, to, to + length, in[from]);
            }
            from += needed;
            to += length;
        }
        checkRest(in, from);
    }

    private static void checkRest(byte[] in, int from) throws Damage {
        for (int i = from; i < in.length - 1; i++) {
            if (in[i] != -128 && in[i] != 0) {
                throw new Damage((in.length - from) + " bytes are left over");
            }
        }
    }
}
