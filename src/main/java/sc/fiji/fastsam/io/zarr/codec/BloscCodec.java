package sc.fiji.fastsam.io.zarr.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Blosc 1 buffers: 16 bytes of header, the places of the blocks, the blocks, each whole or split
 * into one stream for each byte of an element.
 */
final class BloscCodec implements ByteCodec {

    private static final int HEADER = 16;
    private static final int MOST_SPLITS = 16;
    private static final int SHORTEST_SPLIT = 128;

    /** What the header says. */
    private record Header(int flags, int elementBytes, int bytes, int blockBytes) {

        boolean isCopy() {
            return (flags & 2) != 0;
        }

        Shuffle shuffle() {
            if ((flags & 4) != 0) {
                return Shuffle.BITS;
            }
            return (flags & 1) != 0 && elementBytes > 1 ? Shuffle.BYTES : Shuffle.NONE;
        }

        int blocks() {
            return (int) (((long) bytes + blockBytes - 1) / blockBytes);
        }

        int streams(int length) {
            boolean split =
                    (flags & 16) == 0
                            && length == blockBytes
                            && elementBytes <= MOST_SPLITS
                            && length / elementBytes >= SHORTEST_SPLIT;
            return split ? elementBytes : 1;
        }
    }

    /** Decodes one stream; returns the number of bytes. */
    @FunctionalInterface
    private interface Stream {
        int decode(byte[] in, int from, int length, byte[] out, int at, int most)
                throws IOException;
    }

    @Override
    public byte[] decode(byte[] encoded, int limit) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        Header header = header(in, limit);
        byte[] out = new byte[header.bytes];
        if (header.isCopy()) {
            check(encoded.length - HEADER >= header.bytes, "is cut short (Blosc)");
            System.arraycopy(encoded, HEADER, out, 0, header.bytes);
        } else if (header.bytes > 0) {
            decodeBlocks(in, header, out);
        }
        return out;
    }

    private static Header header(ByteBuffer in, int limit) throws IOException {
        check(in.capacity() >= HEADER, "is cut short (Blosc): it has no header");
        int flags = in.get(2) & 0xff;
        check(
                in.get(0) <= 2 && in.get(0) > 0 && (flags & 8) == 0 && (flags & 5) != 5,
                "is in a version of Blosc other than 1");
        Header header = new Header(flags, in.get(3) & 0xff, in.getInt(4), in.getInt(8));
        check(
                header.bytes >= 0 && header.bytes <= limit,
                "claims to hold "
                        + Integer.toUnsignedString(header.bytes)
                        + " bytes where at most "
                        + limit
                        + " were expected (Blosc)");
        check(
                header.elementBytes > 0 && (header.blockBytes > 0 || header.bytes == 0),
                "is damaged (Blosc): its header makes no sense");
        return header;
    }

    private static void decodeBlocks(ByteBuffer in, Header header, byte[] out) throws IOException {
        Stream stream = stream(header.flags >> 5);
        int blocks = header.blocks();
        check(blocks <= (in.capacity() - HEADER) / 4, "is cut short (Blosc)");
        Shuffle shuffle = header.shuffle();
        byte[] block = new byte[Math.min(header.blockBytes, header.bytes)];
        for (int k = 0; k < blocks; k++) {
            int at = k * header.blockBytes;
            int length = Math.min(header.blockBytes, header.bytes - at);
            decodeBlock(in, HEADER + 4 * k, stream, block, length, header.streams(length));
            shuffle.undo(block, out, at, length, header.elementBytes);
        }
    }

    private static void decodeBlock(
            ByteBuffer in, int place, Stream stream, byte[] block, int length, int streams)
            throws IOException {
        int each = length / streams;
        long from = in.getInt(place);
        for (int s = 0; s < streams; s++) {
            check(from >= HEADER && from <= in.capacity() - 4, "is damaged (Blosc)");
            int stored = in.getInt((int) from);
            from += 4;
            check(stored >= 0 && stored <= in.capacity() - from, "is cut short (Blosc)");
            int n = each;
            if (stored == each) {
                System.arraycopy(in.array(), (int) from, block, s * each, each);
            } else {
                n = stream.decode(in.array(), (int) from, stored, block, s * each, each);
            }
            check(n == each, "is damaged (Blosc): a block is shorter than it should be");
            from += stored;
        }
    }

    private static Stream stream(int code) throws IOException {
        return switch (code) {
            case 0 -> BloscLz::decode;
            case 1 -> Airlift.lz4()::decode;
            case 3 -> BloscCodec::inflate;
            case 4 -> Airlift.zstd()::decode;
            default ->
                    throw new IOException(
                            "is compressed with Blosc's "
                                    + (code == 2 ? "snappy" : "codec " + code)
                                    + ", which cannot be read");
        };
    }

    private static int inflate(byte[] in, int from, int length, byte[] out, int at, int most)
            throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(in, from, length);
            int n = inflater.inflate(out, at, most);
            // NB: also makes the inflater read on to its checksum.
            return n + inflater.inflate(new byte[1]);
        } catch (DataFormatException e) {
            throw new IOException("does not decompress (Blosc, zlib): " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    private static void check(boolean sound, String clause) throws IOException {
        if (!sound) {
            throw new IOException(clause);
        }
    }
}
