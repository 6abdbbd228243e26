package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.BlockCache;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PixelBlock;

/**
 * Reads regions of pages that have the same samples: compressed blocks whole and through a cache,
 * uncompressed ones by the rows that are needed. Thread-safe.
 */
final class PageReader {

    /** Bytes of an uncompressed block that are read at a time. */
    private static final int CHUNK = 4 << 20;

    /** Where a region is so many times narrower than a block, its rows are read one by one. */
    private static final int NARROW = 4;

    private static final long MOST_CACHED = 256L << 20;

    private record Block(Page page, int index) {}

    /** The large block that was read last, as long as there is memory for it. */
    private record Last(Block block, SoftReference<ByteBuffer> data) {

        Optional<ByteBuffer> dataOf(Block other) {
            return other.equals(block) ? Optional.ofNullable(data.get()) : Optional.empty();
        }
    }

    private volatile Optional<Last> last = Optional.empty();

    /** NB: absolute reads only, for callers share the buffers. */
    private final BlockCache<Block, ByteBuffer> cache;

    private final long mostKept;
    private final RowReader rows;

    PageReader(Samples samples) {
        this(samples, BlockCache.share(MOST_CACHED));
    }

    /**
     * @param mostKept bytes of decoded blocks that are kept; of larger blocks, as some writers put
     *     a whole image into one strip, the last one is kept while there is memory
     */
    PageReader(Samples samples, long mostKept) {
        this.rows = new RowReader(samples);
        this.mostKept = mostKept;
        this.cache = new BlockCache<>(mostKept, ByteBuffer::limit);
    }

    /** True once a value was not held exactly. */
    boolean isLossy() {
        return rows.isLossy();
    }

    /**
     * Pixels of a plane.
     *
     * @param plane whose page has this reader's samples
     * @param region inside of the page
     */
    PixelBlock read(PlaneData plane, Region region) throws IOException {
        Page page = plane.page();
        PixelBlock out = PixelBlock.create(region.size(), page.samples().type());
        Samples samples = page.samples();
        if (!samples.planar()) {
            readBlocks(plane, region, 0, out);
        } else if (!samples.isRgb()) {
            readBlocks(plane, region, plane.sample(), out);
        } else {
            for (int component = 0; component < 3; component++) {
                readBlocks(plane, region, component, out);
            }
        }
        return out;
    }

    /**
     * @param part which of the planes that are stored apart
     */
    private void readBlocks(PlaneData plane, Region region, int part, PixelBlock out)
            throws IOException {
        Grid grid = plane.page().grid();
        int width = grid.block().width();
        int height = grid.block().height();
        for (int row = region.y() / height; row <= (region.yEnd() - 1) / height; row++) {
            for (int col = region.x() / width; col <= (region.xEnd() - 1) / width; col++) {
                long first = plane.page().samples().planar() ? part * grid.count() : 0;
                int index = (int) (first + (long) row * grid.across() + col);
                Region common = grid.region(col, row).intersection(region);
                readBlock(new Target(plane, index, part, region, common, out));
            }
        }
    }

    /** Part of a block, and where it goes. */
    private record Target(
            PlaneData plane, int index, int part, Region region, Region common, PixelBlock out) {

        Page page() {
            return plane.page();
        }

        private Region block() {
            Grid grid = page().grid();
            int inPlane = (int) (index % grid.count());
            return grid.region(inPlane % grid.across(), inPlane / grid.across());
        }

        int x() {
            return common.x() - block().x();
        }

        int y() {
            return common.y() - block().y();
        }

        int to(int row) {
            return (common.y() - region.y() + row) * region.width() + common.x() - region.x();
        }
    }

    private ByteBuffer decoded(Page page, int index) throws IOException {
        Block block = new Block(page, index);
        Optional<ByteBuffer> known =
                cache.get(block).or(() -> last.flatMap(large -> large.dataOf(block)));
        if (known.isPresent()) {
            return known.get();
        }
        ByteBuffer data = BlockReader.decode(page, index);
        if (data.limit() > mostKept) {
            last = Optional.of(new Last(block, new SoftReference<>(data)));
        } else {
            cache.put(block, data);
        }
        return data;
    }

    private void readBlock(Target target) throws IOException {
        Page page = target.page();
        if (!BlockReader.isPlain(page)) {
            ByteBuffer data = decoded(page, target.index());
            copy(target, data, 0, target.y(), target.common().height());
            return;
        }
        boolean whole = page.samples().bits() % 8 == 0;
        int width = target.common().width();
        if (whole && (long) width * NARROW <= page.grid().block().width()) {
            readNarrow(target);
            return;
        }
        int most = (int) Math.max(1, CHUNK / page.rowBytes());
        for (int row = 0; row < target.common().height(); row += most) {
            int count = Math.min(most, target.common().height() - row);
            copy(target, plainRows(target, row, count), row, 0, count);
        }
    }

    private static ByteBuffer plainRows(Target target, int row, int count) throws IOException {
        Page page = target.page();
        long from = target.plane().shift() + (target.y() + row) * page.rowBytes();
        long length = count * page.rowBytes();
        if (length > MemoryNeed.LONGEST_ARRAY) {
            throw Refusal.unsupported(page.number(), "rows of more than 2 GB", "Save it in tiles.");
        }
        return BlockReader.plain(page, target.index(), from, (int) length);
    }

    private void readNarrow(Target target) throws IOException {
        Page page = target.page();
        int pixel = page.samples().perBlock() * page.samples().bits() / 8;
        int width = target.common().width();
        for (int row = 0; row < target.common().height(); row++) {
            long from =
                    target.plane().shift()
                            + (target.y() + row) * page.rowBytes()
                            + (long) target.x() * pixel;
            ByteBuffer data = BlockReader.plain(page, target.index(), from, width * pixel);
            copy(target, new RowReader.Run(data, 0, 0, width), row);
        }
    }

    /**
     * @param row first row of the target
     * @param inData row of the data where that lies
     */
    private void copy(Target target, ByteBuffer data, int row, int inData, int count) {
        int rowBytes = (int) target.page().rowBytes();
        for (int i = 0; i < count; i++) {
            int start = (inData + i) * rowBytes;
            int width = target.common().width();
            copy(target, new RowReader.Run(data, start, target.x(), width), row + i);
        }
    }

    private void copy(Target target, RowReader.Run run, int row) {
        Samples samples = target.page().samples();
        if (!samples.isRgb()) {
            int sample = samples.planar() ? 0 : target.plane().sample();
            rows.values(run, sample, target.out(), target.to(row));
        } else if (samples.planar()) {
            rows.component(run, target.part(), target.out(), target.to(row));
        } else {
            rows.colors(run, target.out(), target.to(row));
        }
    }
}
