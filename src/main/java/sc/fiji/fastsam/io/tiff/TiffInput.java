package sc.fiji.fastsam.io.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes of a TIFF file by their place. Thread-safe. */
final class TiffInput implements Closeable {

    private static final int HEADER_BYTES = 16;

    private final FileChannel channel;
    private final long size;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean big;
    private long firstIfd;

    private TiffInput(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /**
     * @throws IOException if the file cannot be read or has no TIFF header
     */
    static TiffInput open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            TiffInput input = new TiffInput(channel);
            input.readHeader();
            return input;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void readHeader() throws IOException {
        ByteBuffer header = read(0, (int) Math.min(HEADER_BYTES, size), "its header");
        if (size < 8) {
            throw new IOException("is cut short: it has " + size + " bytes, fewer than a header.");
        }
        order = header.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        header.order(order);
        boolean marked = header.get(0) == header.get(1) && (header.get(0) == 'I' || isBigEndian());
        int version = header.getShort(2);
        if (!marked || version != 42 && version != 43) {
            throw new IOException("is no TIFF: its header is not one. Check the file's kind.");
        }
        big = version == 43;
        if (big && (size < HEADER_BYTES || header.getInt(4) != (isBigEndian() ? 8 << 16 : 8))) {
            throw new IOException("is a damaged BigTIFF: its header makes no sense.");
        }
        firstIfd = big ? header.getLong(8) : header.getInt(4) & 0xffffffffL;
    }

    private boolean isBigEndian() {
        return order == ByteOrder.BIG_ENDIAN;
    }

    /** True for 64-bit offsets. */
    boolean isBig() {
        return big;
    }

    ByteOrder order() {
        return order;
    }

    /** Bytes of the file. */
    long size() {
        return size;
    }

    /** Place of the first directory. */
    long firstIfd() {
        return firstIfd;
    }

    /** True when all of these bytes lie in the file. */
    boolean holds(long position, long length) {
        return position >= 0 && length >= 0 && length <= size && position <= size - length;
    }

    /**
     * A copy of some bytes, in the file's byte order.
     *
     * @param what for the message, whose text is "page 3's strip 2"
     * @throws IOException if they are not all there; nothing is allocated then
     */
    ByteBuffer read(long position, int length, Object what) throws IOException {
        check(position, length, what);
        ByteBuffer buffer = ByteBuffer.allocate(length);
        fill(position, buffer);
        return buffer;
    }

    /**
     * Reads as many bytes as a buffer has left, from its begin on; it takes the file's byte order.
     *
     * @throws IOException if they are not all there
     */
    void read(long position, ByteBuffer buffer, Object what) throws IOException {
        check(position, buffer.remaining(), what);
        fill(position, buffer);
    }

    private void check(long position, int length, Object what) throws IOException {
        if (!holds(position, length)) {
            throw new IOException(
                    "is cut short or damaged: "
                            + what
                            + " would lie at bytes "
                            + Long.toUnsignedString(position)
                            + " to "
                            + Long.toUnsignedString(position + length)
                            + ", but the file has "
                            + size
                            + ". Copy it again from its source.");
        }
    }

    private void fill(long position, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("became shorter while it was read. Try again.");
            }
        }
        buffer.flip().order(order);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
