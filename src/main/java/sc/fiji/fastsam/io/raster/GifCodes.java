package sc.fiji.fastsam.io.raster;

import java.io.IOException;

/**
 * The codes of a GIF frame (Lempel-Ziv and Welch, least significant bit first): how many pixels
 * they hold, told without making any, and the pixels. Strings are places among the pixels.
 */
final class GifCodes {

    private static final int CODES = 4096;
    private static final int MOST_BITS = 12;

    /** Pixels behind those of the frame that some writers leave. */
    private static final int SLACK = 1 << 16;

    private final byte[] file;
    private final int roots;
    private final int[] lengths = new int[CODES];
    private final int[] starts = new int[CODES];
    private int at;
    private int left;
    private int buffer;
    private int buffered;
    private int bits;
    private int next;
    private int lastLength;
    private int lastStart;

    /**
     * @param at place of the byte that says how many bits a pixel has; sub-blocks follow, all there
     */
    private GifCodes(byte[] file, int at) throws IOException {
        int depth = file[at];
        if (depth < 1 || depth > 8) {
            throw Refusal.damaged("a frame has pixels of " + depth + " bits");
        }
        this.file = file;
        this.roots = 1 << depth;
        this.at = at + 1;
        clear();
    }

    /**
     * @param at as in the constructor
     * @param pixels of the frame
     * @throws IOException if its data hold fewer or clearly more, or make no sense
     */
    static void check(byte[] file, int at, long pixels) throws IOException {
        long done = new GifCodes(file, at).count(pixels + SLACK);
        if (done < pixels || done > pixels + SLACK) {
            throw Refusal.damaged(
                    "a frame's data hold "
                            + (done < pixels ? "only " : "more than ")
                            + Math.min(done, pixels + SLACK)
                            + " pixels of "
                            + pixels);
        }
    }

    /**
     * The first pixels that the data hold, by their numbers; all data must have been {@linkplain
     * #check checked}.
     *
     * @param at as in the constructor
     */
    static byte[] decode(byte[] file, int at, int pixels) throws IOException {
        byte[] numbers = new byte[pixels];
        new GifCodes(file, at).decode(numbers);
        return numbers;
    }

    private void decode(byte[] numbers) throws IOException {
        int done = 0;
        for (int code = code(); done < numbers.length; code = code()) {
            if (code == roots) {
                clear();
            } else {
                // NB: a fresh string is the last one and that's first pixel again.
                int start = code < roots ? -1 : code == next ? lastStart : starts[code];
                if (next < CODES) {
                    starts[next] = lastStart;
                }
                int length = length(code);
                lastStart = done;
                for (int i = 0; i < length && done < numbers.length; i++) {
                    numbers[done++] = start < 0 ? (byte) code : numbers[start + i];
                }
            }
        }
    }

    private long count(long most) throws IOException {
        long done = 0;
        for (int code = code(); code >= 0 && code != roots + 1 && done <= most; code = code()) {
            if (code == roots) {
                clear();
            } else {
                done += length(code);
            }
        }
        return done;
    }

    private void clear() {
        bits = Integer.numberOfTrailingZeros(roots) + 1;
        next = roots + 2;
        lastLength = 0;
    }

    private int length(int code) throws IOException {
        boolean fresh = code == next && lastLength > 0;
        if (code >= next && !fresh) {
            throw Refusal.damaged("code " + code + " of a frame is used before it is defined");
        }
        int length = code < roots ? 1 : fresh ? lastLength + 1 : lengths[code];
        if (lastLength > 0 && next < CODES) {
            lengths[next++] = lastLength + 1;
            bits += next == 1 << bits && bits < MOST_BITS ? 1 : 0;
        }
        lastLength = length;
        return length;
    }

    /** The next code, -1 behind the last. */
    private int code() {
        while (buffered < bits) {
            if (left == 0) {
                left = file[at++] & 0xff;
                if (left == 0) {
                    at--;
                    return -1;
                }
            }
            buffer |= (file[at++] & 0xff) << buffered;
            buffered += 8;
            left--;
        }
        int code = buffer & (1 << bits) - 1;
        buffer >>>= bits;
        buffered -= bits;
        return code;
    }
}
