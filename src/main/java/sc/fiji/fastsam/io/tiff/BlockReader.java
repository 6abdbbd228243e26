package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import sc.fiji.fastsam.io.MemoryNeed;

/** Turns the stored bytes of a block into samples in the file's byte order. Stateless. */
final class BlockReader {

    /** Blocks above this size that shrank much are gone through before memory is taken for them. */
    private static final int LARGE = 16 << 20;

    private static final int MUCH = 16;

    private BlockReader() {}

    /**
     * All samples of a block.
     *
     * @throws IOException if the block is not there or damaged
     */
    static ByteBuffer decode(Page page, int index) throws IOException {
        Name name = new Name(page, index);
        int stored = (int) Math.min(Integer.MAX_VALUE, page.count(index));
        boolean plain = page.coding().compression() == Compression.NONE;
        int decoded = (int) page.decodedBytes(page.blockRow(index));
        MemoryNeed.check(decoded, "save the image in tiles.");
        byte[] in =
                page.ifd().input().read(page.offset(index), plain ? decoded : stored, name).array();
        if (page.coding().reversed()) {
            reverse(in);
        }
        try {
            byte[] out = plain ? in : decompressStrip(page, index, in, decoded);
            undoPredictor(page, out);
            return ByteBuffer.wrap(out).order(page.ifd().input().order());
        } catch (Damage e) {
            throw new IOException(
                    "is damaged: "
                            + name
                            + " cannot be decoded: "
                            + e.getMessage()
                            + "."
                            + Refusal.COPY_AGAIN,
                    e);
        } catch (OutOfMemoryError e) {
            throw new IOException(
                    "needs more memory: "
                            + name
                            + " alone takes "
                            + (decoded >> 20)
                            + " MB. Give Java more (-Xmx), or save the image in tiles.",
                    e);
        }
    }

    /** NB: made for each reading, its text only for messages: "page 3's tile 7". */
    record Name(Page page, int index) {

        @Override
        public String toString() {
            return "page " + (page.number() + 1) + "'s " + page.grid().name(index);
        }
    }

    /** Some writers fill the last strip up with rows below the image. */
    private static byte[] decompressStrip(Page page, int index, byte[] in, int length)
            throws IOException {
        try {
            return decompress(page, index, in, length);
        } catch (Damage e) {
            long full = page.rowBytes() * page.grid().block().height();
            if (page.grid().tiled() || full <= length || full > MemoryNeed.LONGEST_ARRAY) {
                throw e;
            }
            return whole(page, index, in, (int) full, e);
        }
    }

    private static byte[] whole(Page page, int index, byte[] in, int length, Damage first)
            throws IOException {
        try {
            return decompress(page, index, in, length);
        } catch (Damage e) {
            first.addSuppressed(e);
            throw first;
        }
    }

    private static byte[] decompress(Page page, int index, byte[] in, int length)
            throws IOException {
        Compression compression = page.coding().compression();
        if (compression == Compression.JPEG) {
            int rows = page.grid().storedRows(page.blockRow(index));
            byte[] tables = page.ifd().bytes(Tags.JPEG_TABLES);
            return JpegBlock.decode(tables, in, page.grid().block(), rows, page.samples());
        }
        if (length > LARGE && length / MUCH > in.length) {
            check(compression, in, length);
        }
        byte[] out = new byte[length];
        switch (compression) {
            case PACK_BITS -> PackBits.decode(in, out);
            case LZW -> Lzw.decode(in, out);
            case DEFLATE -> Deflate.decode(in, out);
            case ZSTD -> Zstd.decode(in, out);
            default -> throw new IllegalStateException("No decoder for " + compression);
        }
        return out;
    }

    private static void check(Compression compression, byte[] in, int length) throws Damage {
        switch (compression) {
            case LZW -> Lzw.check(in, length);
            case DEFLATE -> Deflate.check(in, length);
            case ZSTD -> Zstd.check(in, length);
            default -> {
                // NB: PackBits shrinks by 64 at most.
            }
        }
    }

    private static void undoPredictor(Page page, byte[] data) {
        int row = (int) page.rowBytes();
        int samples = page.samples().perBlock();
        int bits = page.samples().bits();
        switch (page.coding().predictor()) {
            case Coding.DIFFERENCES ->
                    Predictor.undoDifferences(data, row, samples, bits, page.ifd().input().order());
            case Coding.FLOATS ->
                    Predictor.undoFloats(data, row, samples, bits / 8, page.ifd().input().order());
            default -> {
                // NB: nothing was predicted.
            }
        }
    }

    private static void reverse(byte[] data) {
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (Integer.reverse(i) >>> 24);
        }
        for (int i = 0; i < data.length; i++) {
            data[i] = table[data[i] & 0xff];
        }
    }

    /** True where rows can be read from the file as they are. */
    static boolean isPlain(Page page) {
        return page.coding().compression() == Compression.NONE && !page.coding().reversed();
    }

    /**
     * Reads bytes of a block that {@link #isPlain}.
     *
     * @param from counted from its first
     * @param to takes as many as it has left
     */
    static void plain(Page page, int index, long from, ByteBuffer to) throws IOException {
        page.ifd().input().read(page.offset(index) + from, to, new Name(page, index));
    }
}
