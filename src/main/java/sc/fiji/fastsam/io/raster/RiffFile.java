package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;

/** AVI's container: whether all of its parts are there. */
public final class RiffFile {

    private static final int HEAD = 8;

    private RiffFile() {}

    /**
     * Walks over the top-level chunks.
     *
     * @throws IOException if the file is shorter than they say
     */
    public static void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long at = 0;
            while (at + HEAD <= channel.size()) {
                long length = length(channel, at);
                if (length > channel.size() - at - HEAD) {
                    throw Refusal.cut(
                            String.format(
                                    Locale.ROOT,
                                    "its part at byte %d needs %d bytes, but the file has %d",
                                    at,
                                    length,
                                    channel.size()));
                }
                at += HEAD + length + (length & 1);
            }
        }
    }

    private static long length(FileChannel channel, long at) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        while (head.hasRemaining()) {
            if (channel.read(head, at + head.position()) < 0) {
                throw Refusal.cut("its header ends early");
            }
        }
        return head.getInt(4) & 0xffffffffL;
    }
}
