package sc.fiji.fastsam.io.zarr;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.zarr.store.ArrayInfo;
import sc.fiji.fastsam.io.zarr.store.ByteCache;
import sc.fiji.fastsam.io.zarr.store.ZarrArray;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/**
 * Writes a label image as OME-Zarr v0.4 (32-bit unsigned, 0 is background) while it is made: memory
 * goes with the regions that are handed over. The folder is there, whole, after {@link #commit}; a
 * writer that is closed before leaves nothing. Not thread-safe.
 */
public final class ZarrLabelWriter implements Closeable {

    /**
     * Side of the squares in which labels are stored; regions that are written lie on this grid.
     */
    public static final int CHUNK = LabelMetadata.CHUNK;

    private final ImageLayout layout;
    private final LabelFolder folder;
    private final LabelCompression compression;
    private final LabelMetadata metadata;
    private final LabelLevel full;

    private ZarrLabelWriter(ImageLayout layout, LabelFolder folder, LabelCompression compression) {
        this.layout = layout;
        this.folder = folder;
        this.compression = compression;
        this.metadata = new LabelMetadata(layout, compression);
        this.full = level(0, layout.size());
    }

    /**
     * A label image in a folder of its own.
     *
     * @param target folder to be made, as "cells-labels.zarr"; a label image there is replaced
     * @param layout size, planes, pixel size and time between frames of the image; the rest is not
     *     looked at
     * @throws IOException if something else has that name or the place cannot be written
     */
    public static ZarrLabelWriter create(
            Path target, ImageLayout layout, LabelCompression compression) throws IOException {
        return new ZarrLabelWriter(layout, LabelFolder.at(target), compression);
    }

    /**
     * A label image among the labels of an OME-Zarr v0.4 image: {@code store/labels/name}.
     *
     * @param store folder of the image
     * @param name of the label image, a plain file name; a label image of that name is replaced
     * @throws IOException if the store is no OME-Zarr v0.4 image, or as with {@link #create}
     */
    public static ZarrLabelWriter createInside(
            Path store, String name, ImageLayout layout, LabelCompression compression)
            throws IOException {
        return new ZarrLabelWriter(layout, LabelFolder.inside(store, name), compression);
    }

    /**
     * Writes the labels of a region. What is never written is background.
     *
     * @param region begins at multiples of {@link #CHUNK} and ends there or at the image's border
     * @param labels row by row, at least 0, or unsigned; not kept
     * @throws IllegalArgumentException if the plane is not there, the region is not on the grid, or
     *     the number of labels is another
     * @throws IOException if they cannot be written
     */
    public void write(PlaneIndex plane, Region region, int[] labels) throws IOException {
        check(plane, region, labels);
        for (int y = region.y(); y < region.yEnd(); y += CHUNK) {
            for (int x = region.x(); x < region.xEnd(); x += CHUNK) {
                int from = (y - region.y()) * region.width() + x - region.x();
                full.write(plane, y / CHUNK, x / CHUNK, labels, from, region.width());
            }
        }
    }

    private void check(PlaneIndex plane, Region region, int[] labels) {
        Size size = layout.size();
        boolean inside = region.intersection(Region.of(size)).equals(region) && !region.isEmpty();
        boolean begins = region.x() % CHUNK == 0 && region.y() % CHUNK == 0;
        boolean ends =
                (region.xEnd() % CHUNK == 0 || region.xEnd() == size.width())
                        && (region.yEnd() % CHUNK == 0 || region.yEnd() == size.height());
        if (!inside || !begins || !ends || !layout.planes().contains(plane)) {
            throw new IllegalArgumentException(
                    region
                            + " of "
                            + plane
                            + " must lie on a grid of "
                            + CHUNK
                            + " pixels in "
                            + size
                            + " pixels and "
                            + layout.planes()
                            + ".");
        }
        if (labels.length != region.area()) {
            throw new IllegalArgumentException(
                    region + " must have " + region.area() + " labels, not " + labels.length + ".");
        }
    }

    /**
     * Adds the smaller levels and gives the folder its name.
     *
     * @throws IOException if that is not possible; then nothing is left but what was there before
     */
    public void commit() throws IOException {
        List<Size> sizes = new ArrayList<>(List.of(layout.size()));
        while (sizes.get(sizes.size() - 1).longSide() > CHUNK) {
            sizes.add(LabelPyramid.halved(sizes.get(sizes.size() - 1)));
        }
        folder.write(".zgroup", LabelMetadata.group());
        folder.write(".zattrs", metadata.attributes(folder.name(), folder.source(), sizes.size()));
        for (int k = 0; k < sizes.size(); k++) {
            folder.write(k + "/.zarray", metadata.array(sizes.get(k)));
        }
        for (int k = 1; k < sizes.size(); k++) {
            halve(k, sizes.get(k));
        }
        folder.commit();
    }

    private void halve(int k, Size size) throws IOException {
        ZarrStore store = ZarrStore.of(folder.staging());
        String path = Integer.toString(k - 1);
        ArrayInfo info = ArrayInfo.read(store, path);
        Axes axes = Axes.ofNames(metadata.names(), info.grid().rank());
        ZarrArray before = new ZarrArray(store, path, info, new ByteCache(0));
        new LabelPyramid(before, axes, level(k, size)).write(layout.planes());
    }

    private LabelLevel level(int k, Size size) {
        Path array = folder.staging().resolve(Integer.toString(k));
        return new LabelLevel(array, size, metadata.names(), compression);
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        folder.close();
    }
}
