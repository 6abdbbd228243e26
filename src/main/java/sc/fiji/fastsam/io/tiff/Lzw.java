package sc.fiji.fastsam.io.tiff;

/**
 * Lempel-Ziv and Welch as TIFF 6.0, section 13, has it: codes of 9 to 12 bits, most significant bit
 * first, that grow one code early. Strings are places in the output, so nothing is copied twice.
 */
final class Lzw {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int CODES = 4096;

    private final byte[] in;
    private final byte[] out;
    private final int length;
    private final int[] starts = new int[CODES];
    private final int[] lengths = new int[CODES];
    private int from;
    private int buffer;
    private int buffered;
    private int bits = 9;
    private int next = FIRST;
    private int to;
    private int lastStart;
    private int lastLength;

    private Lzw(byte[] in, byte[] out, int length) {
        this.in = in;
        this.out = out;
        this.length = length;
    }

    /**
     * Decodes exactly as many bytes as the output has.
     *
     * @throws Damage if the data hold fewer or more, or make no sense
     */
    static void decode(byte[] in, byte[] out) throws Damage {
        refuseOld(in);
        new Lzw(in, out, out.length).run();
    }

    /**
     * Goes through the codes without making output.
     *
     * @throws Damage as {@link #decode}
     */
    static void check(byte[] in, int length) throws Damage {
        refuseOld(in);
        new Lzw(in, new byte[0], length).run();
    }

    private static void refuseOld(byte[] in) throws Damage {
        if (in.length > 1 && in[0] == 0 && (in[1] & 1) == 1) {
            throw new Damage("it is LZW of the kind used before 1993; save it anew");
        }
    }

    private void run() throws Damage {
        while (to < length) {
            int code = code();
            if (code == CLEAR) {
                clear();
            } else if (code == END) {
                throw new Damage("its data end after " + to + " of " + length + " bytes");
            } else if (code < 0) {
                throw new Damage("its data are cut after " + to + " of " + length + " bytes");
            } else {
                write(code);
            }
        }
        checkEnd();
    }

    private int code() {
        while (buffered < bits && from < in.length) {
            buffer = buffer << 8 | in[from++] & 0xff;
            buffered += 8;
        }
        if (buffered < bits) {
            return -1;
        }
        buffered -= bits;
        int code = buffer >>> buffered & (1 << bits) - 1;
        buffer &= (1 << buffered) - 1;
        return code;
    }

    private void clear() {
        next = FIRST;
        bits = 9;
        lastLength = 0;
    }

    private void write(int code) throws Damage {
        boolean fresh = code == next && lastLength > 0;
        if (code >= next && !fresh) {
            throw new Damage("code " + code + " is used before it is defined");
        }
        int count = code < CLEAR ? 1 : fresh ? lastLength + 1 : lengths[code];
        if (count > length - to) {
            throw new Damage("its data hold more than " + length + " bytes");
        }
        if (out.length > 0) {
            copy(code, fresh, count);
        }
        define();
        lastStart = to;
        lastLength = count;
        to += count;
    }

    private void copy(int code, boolean fresh, int count) {
        if (code < CLEAR) {
            out[to] = (byte) code;
            return;
        }
        int start = fresh ? lastStart : starts[code];
        // NB: forwards and byte by byte, for a fresh string ends with its own first byte.
        for (int i = 0; i < count; i++) {
            out[to + i] = out[start + i];
        }
    }

    private void define() {
        if (lastLength > 0 && next < CODES) {
            starts[next] = lastStart;
            lengths[next] = lastLength + 1;
            next++;
            if (next >= (1 << bits) - 1 && bits < 12) {
                bits++;
            }
        }
    }

    /** After all bytes comes the end code, or nothing but padding. */
    private void checkEnd() throws Damage {
        define();
        int code = code();
        if (code == CLEAR) {
            clear();
            code = code();
        }
        boolean padding = in.length - from <= 1;
        if (code != END && !(padding || code < 0)) {
            throw new Damage("its data hold more than " + length + " bytes");
        }
    }
}
