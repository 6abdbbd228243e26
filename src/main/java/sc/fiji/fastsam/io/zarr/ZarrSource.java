package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.LruCache;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/** An image in a store. Keeps the chunks that were used last, at most 128 MiB of them. */
final class ZarrSource implements PlaneSource {

    private final ImageLayout layout;
    private final List<Level> levels;
    private final List<String> notes;
    private final LruCache<String, byte[]> cache;
    private volatile boolean closed;

    /**
     * @param levels one for each of the layout
     * @param notes about the metadata
     * @param cache of the levels
     */
    ZarrSource(
            ImageLayout layout,
            List<Level> levels,
            List<String> notes,
            LruCache<String, byte[]> cache) {
        this.layout = layout;
        this.levels = List.copyOf(levels);
        this.notes = List.copyOf(notes);
        this.cache = cache;
    }

    @Override
    public ImageLayout layout() {
        return layout;
    }

    @Override
    public Size blockSize(int level) {
        layout.size(level);
        return levels.get(level).chunkSize();
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region) throws IOException {
        if (closed) {
            throw new IllegalStateException("The image is closed. Open it again.");
        }
        layout.check(plane, level, region);
        return levels.get(level).read(plane, region);
    }

    @Override
    public List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (levels.stream().anyMatch(Level::isFilled)) {
            all.add(
                    String.format(
                            Locale.ROOT,
                            "Some of its chunks are not stored; their pixels are %s, the store's"
                                    + " fill value.",
                            levels.get(0).fillValue()));
        }
        if (levels.stream().anyMatch(Level::isLossy)) {
            all.add(ROUNDED);
        }
        return all;
    }

    @Override
    public void close() {
        closed = true;
        cache.clear();
    }
}
