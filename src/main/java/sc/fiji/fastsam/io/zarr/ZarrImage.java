package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.LruCache;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.zarr.store.ArrayInfo;
import sc.fiji.fastsam.io.zarr.store.ZarrArray;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/** Opens an image or an array of a store. */
final class ZarrImage {

    private static final long MOST_CACHED = 128 << 20;

    private final ZarrStore store;
    private final Multiscales image;
    private final LruCache<String, byte[]> cache =
            new LruCache<>(LruCache.share(MOST_CACHED), bytes -> bytes.length);
    private final List<Level> levels = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ZarrImage(ZarrStore store, Multiscales image) {
        this.store = store;
        this.image = image;
    }

    /**
     * An image as OME's metadata describe it.
     *
     * @param path key of its group
     * @throws IOException if its arrays are missing, damaged, or do not fit the metadata
     */
    static PlaneSource open(ZarrStore store, String path, Multiscales image) throws IOException {
        ZarrImage opened = new ZarrImage(store, image);
        for (Dataset dataset : image.datasets()) {
            opened.add(ZarrStore.join(path, dataset.path()));
        }
        opened.notes.addAll(Scales.of(image).extents().notes());
        return opened.source();
    }

    /**
     * An array without OME's metadata: its axes are named by Zarr, or the last of t, c, z, y, x.
     *
     * @throws IOException if it is damaged or has other axes
     */
    static PlaneSource openArray(ZarrStore store) throws IOException {
        ArrayInfo info = ArrayInfo.read(store, "");
        int rank = info.grid().rank();
        Axes axes = Axes.ofNames(info.axisNames(), rank);
        double[] scale = new double[rank];
        Multiscales image = new Multiscales(axes, List.of(new Dataset("", scale)), List.of());
        ZarrImage opened = new ZarrImage(store, image);
        opened.add("");
        opened.notes.add(
                "It is a Zarr array without OME metadata; its axes are taken for "
                        + axes
                        + ", its pixel size is not known.");
        return opened.source();
    }

    /** Adds a level, unless it is no smaller copy of those before. */
    private void add(String path) throws IOException {
        ArrayInfo info = ArrayInfo.read(store, path);
        image.axes().check(info.grid(), path);
        Level level = new Level(new ZarrArray(store, path, info, cache), image.axes());
        if (levels.isEmpty() || isSmaller(level)) {
            levels.add(level);
        } else {
            notes.add(
                    "Its level \""
                            + path
                            + "\" is not used, for it is no smaller copy of the one before.");
        }
    }

    private boolean isSmaller(Level level) throws IOException {
        Level last = levels.get(levels.size() - 1);
        Size before = last.size();
        Size size = level.size();
        return planes(level).equals(planes(last))
                && level.type().pixelType() == last.type().pixelType()
                && size.width() <= before.width()
                && size.height() <= before.height()
                && size.area() < before.area();
    }

    private static PlaneCounts planes(Level level) throws IOException {
        try {
            return level.planes();
        } catch (IllegalArgumentException e) {
            throw new IOException("cannot be read. " + e.getMessage(), e);
        }
    }

    private PlaneSource source() throws IOException {
        Level first = levels.get(0);
        PlaneCounts planes = planes(first);
        Scales scales = Scales.of(image);
        ImageLayout layout =
                ImageLayout.of(first.size(), first.type().pixelType())
                        .withLevels(levels.stream().map(Level::size).toList())
                        .withPlanes(planes)
                        .withPixelSize(scales.extents().pixelSize())
                        .withFrameSeconds(scales.frameSeconds());
        if (image.channels().size() == planes.channels()) {
            layout = layout.withChannelNames(image.channels());
        } else if (!image.channels().isEmpty()) {
            notes.add(
                    "The names of its channels are not used: there are "
                            + image.channels().size()
                            + " for "
                            + planes.channels()
                            + " channels.");
        }
        return RgbSource.ofNamed(new ZarrSource(layout, levels, notes, cache));
    }
}
