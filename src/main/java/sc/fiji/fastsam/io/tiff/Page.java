package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.util.Locale;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.MemoryNeed;

/** One page: what it holds and where its blocks lie. Immutable but for what it has looked up. */
final class Page {

    /** Bytes by which writers may round uncompressed blocks up. */
    private static final int PADDING = 3;

    private final Ifd ifd;
    private final Grid grid;
    private final Samples samples;
    private final Coding coding;
    private long[] offsets;
    private long[] counts;

    private Page(Ifd ifd, Grid grid, Samples samples, Coding coding) {
        this.ifd = ifd;
        this.grid = grid;
        this.samples = samples;
        this.coding = coding;
    }

    /**
     * @throws IOException if the page makes no sense or is of a kind that is not read
     */
    static Page of(Ifd ifd) throws IOException {
        Samples samples = Samples.of(ifd);
        return new Page(ifd, Grid.of(ifd), samples, Coding.of(ifd, samples));
    }

    Ifd ifd() {
        return ifd;
    }

    /** Counted from 0. */
    int number() {
        return ifd.page();
    }

    Grid grid() {
        return grid;
    }

    Size size() {
        return grid.size();
    }

    Samples samples() {
        return samples;
    }

    Coding coding() {
        return coding;
    }

    /** True when both can be planes of one image. */
    boolean isLike(Page other) {
        return size().equals(other.size()) && hasPixelsOf(other);
    }

    /** True when both have the same kind of pixels, whatever their sizes. */
    boolean hasPixelsOf(Page other) {
        return samples.type() == other.samples.type()
                && samples.isStoredLike(other.samples)
                && samples.bits() == other.samples.bits()
                && samples.format() == other.samples.format();
    }

    /** Bytes of a row of a block. */
    long rowBytes() {
        return ((long) grid.block().width() * samples.perBlock() * samples.bits() + 7) / 8;
    }

    /** Bytes of a block when it is decoded. */
    long decodedBytes(int blockRow) {
        return rowBytes() * grid.storedRows(blockRow);
    }

    /** Number of all blocks. */
    long blocks() {
        return grid.count() * (samples.planar() ? samples.count() : 1);
    }

    /** Row of blocks in which a block lies. */
    int blockRow(long index) {
        return (int) (index % grid.count() / grid.across());
    }

    /** Place of a block in the file. */
    synchronized long offset(int index) throws IOException {
        load();
        return offsets[index];
    }

    /** Stored bytes of a block. */
    synchronized long count(int index) throws IOException {
        load();
        return counts[index];
    }

    private void load() throws IOException {
        if (offsets == null) {
            long[][] table = table();
            offsets = table[0];
            counts = table[1];
        }
    }

    /** Offsets and byte counts of all blocks, not kept. */
    private long[][] table() throws IOException {
        int offsetTag = grid.tiled() ? Tags.TILE_OFFSETS : Tags.STRIP_OFFSETS;
        int countTag = grid.tiled() ? Tags.TILE_BYTE_COUNTS : Tags.STRIP_BYTE_COUNTS;
        long needed = blocks();
        long found = ifd.count(offsetTag);
        long counted = ifd.count(countTag);
        boolean plain = coding.compression() == Compression.NONE;
        boolean lone = plain && needed == 1 && found == 1 && counted == 0;
        if (found != needed || counted != needed && !lone || needed > MemoryNeed.LONGEST_ARRAY) {
            throw Refusal.damaged(
                    number(),
                    String.format(
                            Locale.ROOT,
                            "of %s pixels needs %d %s, but names %d and the sizes of %d",
                            size(),
                            needed,
                            grid.tiled() ? "tiles" : "strips",
                            found,
                            counted));
        }
        long[] sizes = lone ? new long[] {decodedBytes(0)} : ifd.numbers(countTag, needed);
        return new long[][] {ifd.numbers(offsetTag, needed), sizes};
    }

    /**
     * Checks that all blocks lie in the file and can hold what they must.
     *
     * @throws IOException if not
     */
    void check() throws IOException {
        long[][] table = table();
        double total = 0;
        for (int i = 0; i < table[0].length; i++) {
            checkBlock(i, table[0][i], table[1][i]);
            total += table[1][i];
        }
        // NB: blocks may share their bytes, but a file that lives on it is a bomb.
        if (total > 16.0 * ifd.input().size()) {
            throw Refusal.damaged(number(), "uses the same bytes over and over");
        }
    }

    private void checkBlock(int index, long offset, long count) throws IOException {
        long decoded = decodedBytes(blockRow(index));
        String name = grid.name(index);
        boolean plain = coding.compression() == Compression.NONE;
        // NB: some writers count the bytes of uncompressed data wrongly, but never the rows.
        long needed = plain ? decoded : count;
        if (offset == 0 || count == 0) {
            throw Refusal.damaged(number(), "has no data for its " + name);
        }
        if (!ifd.input().holds(offset, needed)) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "is cut short: page %d's %s needs %d bytes from %d on, but the file has"
                                    + " %d.%s",
                            number() + 1,
                            name,
                            needed,
                            offset,
                            ifd.input().size(),
                            Refusal.COPY_AGAIN));
        }
        if (plain ? count < decoded : !coding.compression().canHold(count, decoded)) {
            throw Refusal.damaged(
                    number(),
                    String.format(
                            Locale.ROOT,
                            "needs %d bytes from its %s, which has %d",
                            decoded,
                            name,
                            count));
        }
        if (plain) {
            checkExact(index, count, decoded);
        }
        if (!plain && decoded > MemoryNeed.LONGEST_ARRAY) {
            throw Refusal.unsupported(
                    number(),
                    "a " + name.split(" ")[0] + " of more than 2 GB",
                    "Save it in tiles, or uncompressed.");
        }
    }

    /** Rows of another width than the page says would read as noise. */
    private void checkExact(int index, long count, long decoded) throws IOException {
        long full = rowBytes() * grid.block().height();
        boolean several = blocks() == 1 && count % decoded == 0;
        if (count > decoded + PADDING && count != full && !several) {
            throw Refusal.damaged(
                    number(),
                    String.format(
                            Locale.ROOT,
                            "has %d bytes in its %s, but its size says %d",
                            count,
                            grid.name(index),
                            decoded));
        }
    }
}
