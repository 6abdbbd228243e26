package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.LruCache;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PixelBlock;

/**
 * Reads regions of pages that have the same samples: compressed blocks whole and through a cache,
 * uncompressed ones by the rows that are needed. Thread-safe.
 */
final class PageReader {

    /** Bytes of an uncompressed block that are read at a time. */
    private static final int CHUNK = 1 << 18;

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
    private final LruCache<Block, ByteBuffer> cache;

    private final long mostKept;
    private final RowReader rows;

    PageReader(Samples samples) {
        this(samples, LruCache.share(MOST_CACHED));
    }

    /**
     * @param mostKept bytes of decoded blocks that are kept; of larger blocks, as some writers put
     *     a whole image into one strip, the last one is kept while there is memory
     */
    PageReader(Samples samples, long mostKept) {
        this.rows = new RowReader(samples);
        this.mostKept = mostKept;
        this.cache = new LruCache<>(mostKept, ByteBuffer::limit);
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
     * @param spare whose memory may be taken
     */
    PixelBlock read(PlaneData plane, Region region, Optional<PixelBlock> spare) throws IOException {
        Samples samples = plane.page().samples();
        // NB: colors that lie apart are added to what is there.
        Optional<PixelBlock> memory = samples.planar() ? Optional.empty() : spare;
        PixelBlock out = PixelBlock.create(region.size(), samples.type(), memory);
        Reading reading = new Reading(plane, region, out);
        if (!samples.planar()) {
            reading.readBlocks(0);
        } else if (!samples.isRgb()) {
            reading.readBlocks(plane.sample());
        } else {
            for (int component = 0; component < 3; component++) {
                reading.readBlocks(component);
            }
        }
        return out;
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

    /**
     * Part of a block.
     *
     * @param part which of the planes that are stored apart
     * @param common pixels of the page
     * @param x column of the first of them in the block
     * @param y row of the first of them in the block
     */
    private record Target(int index, int part, Region common, int x, int y) {}

    /**
     * Rows of a block.
     *
     * @param first of the data
     * @param row of the target where that goes
     * @param count how many
     */
    private record Part(int first, int row, int count) {}

    /** One region that is read. Not thread-safe. */
    private final class Reading {

        private final PlaneData plane;
        private final Page page;
        private final Region region;
        private final PixelBlock out;
        private ByteBuffer memory = ByteBuffer.allocate(0);

        Reading(PlaneData plane, Region region, PixelBlock out) {
            this.plane = plane;
            this.page = plane.page();
            this.region = region;
            this.out = out;
        }

        void readBlocks(int part) throws IOException {
            Grid grid = page.grid();
            int width = grid.block().width();
            int height = grid.block().height();
            long first = page.samples().planar() ? part * grid.count() : 0;
            for (int row = region.y() / height; row <= (region.yEnd() - 1) / height; row++) {
                for (int col = region.x() / width; col <= (region.xEnd() - 1) / width; col++) {
                    int index = (int) (first + (long) row * grid.across() + col);
                    Region common = grid.region(col, row).intersection(region);
                    int x = common.x() - col * width;
                    readBlock(new Target(index, part, common, x, common.y() - row * height));
                }
            }
        }

        private void readBlock(Target target) throws IOException {
            if (!BlockReader.isPlain(page)) {
                int height = target.common().height();
                copy(target, decoded(page, target.index()), new Part(target.y(), 0, height));
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
                copy(target, plainRows(target, row, count), new Part(0, row, count));
            }
        }

        private ByteBuffer plainRows(Target target, int row, int count) throws IOException {
            long length = count * page.rowBytes();
            if (length > MemoryNeed.LONGEST_ARRAY) {
                throw Refusal.unsupported(
                        page.number(), "rows of more than 2 GB", "Save it in tiles.");
            }
            return plain(target, (target.y() + row) * page.rowBytes(), (int) length);
        }

        private void readNarrow(Target target) throws IOException {
            int pixel = page.samples().perBlock() * page.samples().bits() / 8;
            int width = target.common().width();
            for (int row = 0; row < target.common().height(); row++) {
                long from = (target.y() + row) * page.rowBytes() + (long) target.x() * pixel;
                RowReader.Rows data = new RowReader.Rows(plain(target, from, width * pixel));
                copy(target, new RowReader.Run(data, 0, 0, width), row);
            }
        }

        /**
         * Bytes of a block that are stored as they are, until the next are read.
         *
         * @param from counted from the block's first
         */
        private ByteBuffer plain(Target target, long from, int length) throws IOException {
            if (memory.capacity() < length) {
                memory = ByteBuffer.allocate(length);
            }
            memory.clear().limit(length);
            BlockReader.plain(page, target.index(), plane.shift() + from, memory);
            return memory;
        }

        private void copy(Target target, ByteBuffer data, Part part) {
            RowReader.Rows decoded = new RowReader.Rows(data);
            int rowBytes = (int) page.rowBytes();
            int width = target.common().width();
            for (int i = 0; i < part.count(); i++) {
                int start = (part.first() + i) * rowBytes;
                RowReader.Run run = new RowReader.Run(decoded, start, target.x(), width);
                copy(target, run, part.row() + i);
            }
        }

        private void copy(Target target, RowReader.Run run, int row) {
            Samples samples = page.samples();
            int y = target.common().y() - region.y() + row;
            int to = y * region.width() + target.common().x() - region.x();
            if (!samples.isRgb()) {
                rows.values(run, samples.planar() ? 0 : plane.sample(), out, to);
            } else if (samples.planar()) {
                rows.component(run, target.part(), out, to);
            } else {
                rows.colors(run, out, to);
            }
        }
    }
}
