package sc.fiji.fastsam.io.zarr;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.zarr.store.ArrayInfo;
import sc.fiji.fastsam.io.zarr.store.ByteCache;
import sc.fiji.fastsam.io.zarr.store.ZarrArray;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/**
 * Writes a label image as OME-Zarr v0.4 (32-bit unsigned, 0 is background) tile by tile, in any
 * order: memory goes with a tile. The folder is there, whole, after {@link #finish}; a writer that
 * is closed before leaves nothing. Not thread-safe.
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

    /** Size of whole tiles. */
    public Size tileSize() {
        return new Size(LabelMetadata.CHUNK, LabelMetadata.CHUNK);
    }

    /** Pixels of a tile: smaller at the right and lower border. */
    public Region tile(int column, int row) {
        return full.region(row, column);
    }

    /**
     * Writes a tile. Tiles that never come are background.
     *
     * @param plane counted from 0, channels fastest, then slices
     * @param labels of {@link #tile}, row by row, at least 0; only read
     * @throws IllegalArgumentException if there is no such tile or a label is negative
     * @throws IOException if it cannot be written
     */
    public void write(int plane, int column, int row, int[] labels) throws IOException {
        check(plane, column, row, labels);
        full.write(layout.planes().at(plane), row, column, labels);
    }

    private void check(int plane, int column, int row, int[] labels) {
        boolean inside =
                plane >= 0
                        && plane < layout.planes().total()
                        && column >= 0
                        && column < full.columns()
                        && row >= 0
                        && row < full.rows();
        if (!inside || labels.length != tile(column, row).area()) {
            throw new IllegalArgumentException(
                    "There is no tile "
                            + column
                            + ", "
                            + row
                            + " of "
                            + labels.length
                            + " labels in plane "
                            + plane
                            + " of "
                            + layout.size()
                            + " pixels and "
                            + layout.planes()
                            + ".");
        }
        for (int label : labels) {
            if (label < 0) {
                throw new IllegalArgumentException(
                        "A label must not be negative, but was " + label + ".");
            }
        }
    }

    /**
     * Adds the smaller levels and gives the folder its name.
     *
     * @throws IOException if that is not possible; then nothing is left but what was there before
     */
    public void finish() throws IOException {
        List<Size> sizes = new ArrayList<>(List.of(layout.size()));
        while (sizes.get(sizes.size() - 1).longSide() > LabelMetadata.CHUNK) {
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

    /** Removes what was not finishted. */
    @Override
    public void close() throws IOException {
        folder.close();
    }
}
