package sc.fiji.fastsam.io.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import sc.fiji.fastsam.concurrent.Ahead;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.TileGrid;
import sc.fiji.fastsam.io.LabelWriter;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.TemporaryFile;

/**
 * Writes a label image tile by tile, in any order, as Deflate-compressed TIFF: in strips where
 * ImageJ can read it, in tiles beyond that, as BigTIFF where it may exceed 4 GB. Holds a row of
 * tiles at most where tiles come row by row.
 */
public final class TiffLabelWriter implements LabelWriter {

    private static final int LEVEL = 3;

    private final Path target;
    private final TemporaryFile temporary;
    private final FileChannel channel;
    private final LabelFormat format;
    private final LabelDirectory directory;
    private final Deflater deflater = new Deflater(LEVEL);
    private final Map<Long, Band> bands = new HashMap<>();
    private Optional<Packing> packing = Optional.empty();
    private long written;

    /** A row of tiles that is not complete. */
    private static final class Band {

        private final ByteBuffer labels;
        private int missing;

        Band(int bytes, int tiles) {
            this.labels = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
            this.missing = tiles;
        }
    }

    /** A block on its way into the file. NB: one at a time, as there is one deflater. */
    private record Packing(int plane, int block, Ahead<byte[]> bytes) {}

    private TiffLabelWriter(Path target, TemporaryFile temporary, LabelFormat format) {
        this.target = target;
        this.temporary = temporary;
        this.channel = temporary.channel();
        this.format = format;
        this.directory = new LabelDirectory(format);
        // NB: the header comes last.
        this.written = format.isBig() ? 16 : 8;
    }

    /**
     * Begins a file; its folder must exist.
     *
     * @throws IOException if it cannot be written
     */
    public static TiffLabelWriter create(Path file, LabelFormat format) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return new TiffLabelWriter(file, TemporaryFile.create(folder), format);
    }

    @Override
    public TileGrid grid() {
        return format.grid();
    }

    @Override
    public PlaneCounts planes() {
        return format.planes();
    }

    @Override
    public void write(int plane, int column, int row, int[] labels) throws IOException {
        checkNew(plane, column, row, labels.length);
        directory.sawLabel(greatest(labels));
        int width = grid().region(column, row).width();
        short[] memory = new short[width];
        place(
                plane,
                column,
                row,
                (y, to, at) -> {
                    if (format.bytes() == Integer.BYTES) {
                        to.asIntBuffer().put(at, labels, y * width, width);
                    } else {
                        for (int x = 0; x < width; x++) {
                            memory[x] = (short) labels[y * width + x];
                        }
                        to.asShortBuffer().put(at, memory);
                    }
                });
    }

    @Override
    public void write(int plane, int column, int row, short[] labels) throws IOException {
        if (format.bytes() == Integer.BYTES) {
            LabelWriter.super.write(plane, column, row, labels);
            return;
        }
        checkNew(plane, column, row, labels.length);
        directory.sawLabel(greatest(labels));
        int width = grid().region(column, row).width();
        place(
                plane,
                column,
                row,
                (y, to, at) -> to.asShortBuffer().put(at, labels, y * width, width));
    }

    private void checkNew(int plane, int column, int row, int count) {
        check(plane, column, row, count);
        if (!directory.isNew(plane, column, row)) {
            throw new IllegalArgumentException(
                    "Tile " + column + ", " + row + " of plane " + plane + " was written before.");
        }
    }

    /** Gives the rows of a tile. */
    private interface Rows {

        /**
         * @param y row of the tile
         * @param at number of labels before it
         */
        void put(int y, ByteBuffer to, int at);
    }

    private void place(int plane, int column, int row, Rows rows) throws IOException {
        Region region = grid().region(column, row);
        if (format.isTiled()) {
            ByteBuffer tile = buffer(LabelFormat.TILE * LabelFormat.TILE);
            for (int y = 0; y < region.height(); y++) {
                rows.put(y, tile, y * LabelFormat.TILE);
            }
            store(plane, row * grid().across() + column, tile);
            return;
        }
        long key = (long) plane * grid().down() + row;
        int width = format.size().width();
        Band band =
                bands.computeIfAbsent(
                        key,
                        k -> new Band(width * region.height() * format.bytes(), grid().across()));
        for (int y = 0; y < region.height(); y++) {
            rows.put(y, band.labels, y * width + region.x());
        }
        band.missing--;
        if (band.missing == 0) {
            store(plane, row, band.labels);
            bands.remove(key);
        }
    }

    private ByteBuffer buffer(int labels) {
        return ByteBuffer.allocate(labels * format.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** NB: run by run. */
    private int greatest(int[] labels) {
        int most = 0;
        for (int i = 0; i < labels.length; i += run(labels, i)) {
            int label = labels[i];
            if (label < 0 || label > format.largest()) {
                throw new IllegalArgumentException(
                        "A label must lie between 0 and "
                                + format.largest()
                                + ", but was "
                                + label
                                + ".");
            }
            most = Math.max(most, label);
        }
        return most;
    }

    private static int greatest(short[] labels) {
        int most = 0;
        for (int i = 0; i < labels.length; i += run(labels, i)) {
            most = Math.max(most, labels[i] & 0xffff);
        }
        return most;
    }

    /** How many equal labels come from an index on. */
    private static int run(int[] labels, int from) {
        int end = labels.length;
        int same = Arrays.mismatch(labels, from, end - 1, labels, from + 1, end);
        return same < 0 ? end - from : same + 1;
    }

    private static int run(short[] labels, int from) {
        int end = labels.length;
        int same = Arrays.mismatch(labels, from, end - 1, labels, from + 1, end);
        return same < 0 ? end - from : same + 1;
    }

    /** Packs a block while the next ones come; the one before goes into the file. */
    private void store(int plane, int block, ByteBuffer labels) throws IOException {
        placePacking();
        packing = Optional.of(new Packing(plane, block, Ahead.of(() -> deflate(labels.array()))));
    }

    private void placePacking() throws IOException {
        if (packing.isPresent()) {
            Packing done = packing.get();
            packing = Optional.empty();
            place(done.plane(), done.block(), done.bytes().get());
        }
    }

    private void place(int plane, int block, byte[] bytes) throws IOException {
        directory.place(plane, block, written, bytes.length);
        append(ByteBuffer.wrap(bytes));
    }

    private byte[] deflate(byte[] labels) {
        deflater.reset();
        deflater.setInput(labels);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 15];
        while (!deflater.finished()) {
            out.write(some, 0, deflater.deflate(some));
        }
        return out.toByteArray();
    }

    private void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
    }

    @Override
    public void finish() throws IOException {
        fillMissing();
        if (written % 2 == 1) {
            append(ByteBuffer.allocate(1));
        }
        ByteBuffer header = directory.header(written);
        append(directory.bytes(written));
        while (header.hasRemaining()) {
            channel.write(header, header.position());
        }
        temporary.moveTo(target);
    }

    /** Bands that lack tiles, and blocks that never came. */
    private void fillMissing() throws IOException {
        placePacking();
        for (Map.Entry<Long, Band> entry : bands.entrySet()) {
            int plane = (int) (entry.getKey() / grid().down());
            store(plane, (int) (entry.getKey() % grid().down()), entry.getValue().labels);
        }
        bands.clear();
        placePacking();
        byte[] blank = new byte[0];
        int blankLabels = 0;
        for (int plane = 0; plane < format.planes().total(); plane++) {
            for (int block = 0; block < format.blocks(); block++) {
                if (!directory.isPlaced(plane, block)) {
                    int labels = blockLabels(block);
                    blank = labels == blankLabels ? blank : deflate(buffer(labels).array());
                    blankLabels = labels;
                    place(plane, block, blank);
                }
            }
        }
    }

    private int blockLabels(int block) {
        return format.isTiled()
                ? LabelFormat.TILE * LabelFormat.TILE
                : format.size().width() * grid().region(0, block).height();
    }

    /** Removes the file where it was not finished. */
    @Override
    public void close() throws IOException {
        packing.ifPresent(unfinished -> unfinished.bytes().abandon());
        deflater.end();
        temporary.close();
    }
}
