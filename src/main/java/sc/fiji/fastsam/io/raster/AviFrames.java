package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Uncompressed frames of an AVI: whether their rows are padded to 4 bytes, as Windows has it and
 * ImageJ takes for granted. Gray ones of other software (Y800) often are not. Only the first video
 * stream counts, as in ImageJ.
 */
public final class AviFrames {

    private static final int HEAD = 8;

    /** Lists lie in one another no deeper: RIFF, movi, rec. NB: others could go on without end. */
    private static final int DEEPEST = 8;

    /** Codes of frames without compression that are stored in rows. */
    private static final Set<String> PLAIN =
            Set.of("\0\0\0\0", "RGB ", "RAW ", "Y800", "Y8  ", "GREY");

    private final FileChannel channel;
    private String kind = "";
    private int streams;
    private String frames = "";
    private long row;
    private long needed;

    private AviFrames(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws IOException if a frame is shorter than its padded rows, or lists lie in one another
     *     without end; says the way out
     */
    public static void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            new AviFrames(channel).walk(0, channel.size(), 0);
        }
    }

    private void walk(long from, long end, int depth) throws IOException {
        long at = from;
        while (at + HEAD <= end) {
            ByteBuffer head = bytes(at, HEAD);
            String id = text(head, 0);
            long length = head.getInt(4) & 0xffffffffL;
            long next = Math.min(end, at + HEAD + length);
            if (id.equals("RIFF") || id.equals("LIST")) {
                checkDepth(depth);
                walk(at + HEAD + 4, next, depth + 1);
            } else {
                chunk(id, at + HEAD, next - at - HEAD);
            }
            at += HEAD + length + (length & 1);
        }
    }

    private static void checkDepth(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw Refusal.damaged("its lists lie in one another more than " + DEEPEST + " deep");
        }
    }

    private void chunk(String id, long at, long length) throws IOException {
        if (id.equals("strh") && length >= 4) {
            kind = text(bytes(at, 4), 0);
            streams++;
        } else if (id.equals("strf") && kind.equals("vids") && frames.isEmpty() && length >= 20) {
            frames = String.format(Locale.ROOT, "%02dd[bc]", streams - 1);
            readFormat(bytes(at, 20));
        } else if (id.matches(frames) && length > 0 && length < needed) {
            throw new IOException(
                    "holds frames of "
                            + length
                            + " bytes, where rows of "
                            + row
                            + " bytes, a multiple of 4, take "
                            + needed
                            + ". Convert it: ffmpeg -i IN -c:v rawvideo -pix_fmt bgr24 OUT.avi.");
        }
    }

    private void readFormat(ByteBuffer format) {
        if (PLAIN.contains(text(format, 16))) {
            long bits = (format.getInt(4) & 0xffffffffL) * (format.getShort(14) & 0xffff);
            row = (bits + 31) / 32 * 4;
            needed = row * Math.abs((long) format.getInt(8));
        }
    }

    private static String text(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw Refusal.cut("its header ends early");
            }
        }
        return bytes;
    }
}
