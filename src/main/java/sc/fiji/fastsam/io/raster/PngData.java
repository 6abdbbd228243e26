package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The compressed pixels of a PNG. */
final class PngData {

    private static final int SCRAP = 1 << 16;

    /** Bytes behind the pixels that some writers leave. */
    private static final int SLACK = 1 << 16;

    /** The seven passes of Adam7: first column and row, then the steps. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8},
        {4, 0, 8, 8},
        {0, 4, 4, 8},
        {2, 0, 4, 4},
        {0, 2, 2, 4},
        {1, 0, 2, 2},
        {0, 1, 1, 2}
    };

    private PngData() {}

    /**
     * A chunk's place in the file.
     *
     * @param from of its first byte
     */
    record Part(int from, int length) {}

    /**
     * Bytes that the pixels of an image take, with the byte before each row that names its filter.
     *
     * @param bits of a pixel
     */
    static double bytes(long width, long height, int bits, boolean interlaced) {
        if (!interlaced) {
            return rows(width, height, bits);
        }
        double sum = 0;
        for (int[] pass : PASSES) {
            long across = (width - pass[0] + pass[2] - 1) / pass[2];
            long down = (height - pass[1] + pass[3] - 1) / pass[3];
            sum += across > 0 && down > 0 ? rows(across, down, bits) : 0;
        }
        return sum;
    }

    private static double rows(long width, long height, int bits) {
        return (double) height * (1 + (width * bits + 7) / 8);
    }

    /**
     * Inflates the data into nothing.
     *
     * @param parts of the stream, in order
     * @param expected bytes of the pixels
     * @throws IOException if they hold fewer bytes or clearly more, or make no sense
     */
    static void check(byte[] file, List<Part> parts, double expected) throws IOException {
        Inflater inflater = new Inflater();
        byte[] scrap = new byte[SCRAP];
        double done = 0;
        try {
            for (Part part : parts) {
                inflater.setInput(file, part.from(), part.length());
                int n = 1;
                while (n > 0 && done <= expected + SLACK) {
                    n = inflater.inflate(scrap);
                    done += n;
                }
            }
        } catch (DataFormatException e) {
            throw Refusal.damaged("its pixels cannot be inflated (" + e.getMessage() + ")", e);
        } finally {
            inflater.end();
        }
        if (done < expected || done > expected + SLACK) {
            throw wrong(done, expected);
        }
    }

    private static IOException wrong(double done, double expected) {
        return Refusal.damaged(
                String.format(
                        Locale.ROOT,
                        "its data hold %s %.0f bytes, but its pixels take %.0f",
                        done < expected ? "only" : "more than",
                        Math.min(done, expected + SLACK),
                        expected));
    }
}
