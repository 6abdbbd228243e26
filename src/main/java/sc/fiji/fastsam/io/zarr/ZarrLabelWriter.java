package sc.fiji.fastsam.io.zarr;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.geometry.TileGrid;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.LabelWriter;
import sc.fiji.fastsam.io.LruCache;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.zarr.store.ArrayInfo;
import sc.fiji.fastsam.io.zarr.store.ZarrArray;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/**
 * Writes a label image as OME-Zarr (32-bit unsigned, 0 is background) tile by tile: memory goes
 * with a tile.
 */
public final class ZarrLabelWriter implements LabelWriter {

    private final ImageLayout layout;
    private final LabelStore folder;
    private final LabelMetadata metadata;
    private final LabelLevel full;

    private ZarrLabelWriter(ImageLayout layout, LabelStore folder, Optional<Placement> image) {
        this.layout = layout;
        this.folder = folder;
        this.metadata = new LabelMetadata(layout, folder.version(), image);
        this.full = level(0, layout.size());
    }

    private static ZarrLabelWriter of(ImageLayout layout, LabelStore folder, PlaneIndex first)
            throws IOException {
        try {
            return new ZarrLabelWriter(
                    layout, folder, folder.placement().map(image -> image.from(first)));
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * A label image in a folder of its own, OME-Zarr v0.4.
     *
     * @param target folder to be made, as "cells-labels.zarr"; a label image there is replaced
     * @param layout size, planes, pixel size and time between frames of the image; the rest is not
     *     looked at
     * @throws IOException if something else has that name or the place cannot be written
     */
    public static ZarrLabelWriter create(Path target, ImageLayout layout) throws IOException {
        return of(layout, LabelStore.at(target), PlaneIndex.FIRST);
    }

    /**
     * A label image among the labels of an OME-Zarr image, {@code store/labels/name}, in the
     * image's version, with its units, pixel size and place.
     *
     * @param store folder of the image, or of a store that holds no other
     * @param name of the label image, a plain file name; one of that name that was written here is
     *     replaced
     * @param first plane of the image that is the first of the label image; its channel is not
     *     looked at
     * @throws IOException if the store is no OME-Zarr image, if something else has that name, or as
     *     with {@link #create}
     */
    public static ZarrLabelWriter createInside(
            Path store, String name, ImageLayout layout, PlaneIndex first) throws IOException {
        return of(layout, LabelStore.inside(OmeZarr.imageFolder(store), name), first);
    }

    /** The folder of a label image among the labels of an image, or of the only one in a store. */
    public static Path inside(Path store, String name) {
        return OmeZarr.imageFolder(store).resolve(OmeZarr.LABELS).resolve(name);
    }

    /**
     * Refuses what {@link #createInside} would, before anything is done.
     *
     * @throws IOException if the store is no OME-Zarr image, or something else has that name; the
     *     message follows the store's name
     */
    public static void checkInside(Path store, String name) throws IOException {
        LabelStore.checkInside(OmeZarr.imageFolder(store), name);
    }

    @Override
    public TileGrid grid() {
        return full.grid();
    }

    @Override
    public PlaneCounts planes() {
        return layout.planes();
    }

    @Override
    public void write(int plane, int column, int row, int[] labels) throws IOException {
        check(plane, column, row, labels.length);
        refuseNegative(labels);
        full.write(layout.planes().at(plane), row, column, labels);
    }

    private static void refuseNegative(int[] labels) {
        for (int label : labels) {
            if (label < 0) {
                throw new IllegalArgumentException(
                        "A label must not be negative, but was " + label + ".");
            }
        }
    }

    /** Adds the smaller levels first. */
    @Override
    public void finish() throws IOException {
        List<Size> sizes = new ArrayList<>(List.of(layout.size()));
        while (sizes.get(sizes.size() - 1).longSide() > LabelMetadata.CHUNK) {
            sizes.add(LabelPyramid.halved(sizes.get(sizes.size() - 1)));
        }
        Map<String, JsonObject> group =
                metadata.group(folder.name(), folder.source(), sizes.size());
        for (Map.Entry<String, JsonObject> document : group.entrySet()) {
            folder.write(document.getKey(), document.getValue());
        }
        for (int k = 0; k < sizes.size(); k++) {
            String key = ZarrStore.join(Integer.toString(k), folder.version().arrayFile());
            folder.write(key, metadata.array(sizes.get(k)));
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
        ZarrArray before =
                new ZarrArray(store, path, info, new LruCache<>(0, bytes -> bytes.length));
        new LabelPyramid(before, axes, level(k, size)).write(layout.planes());
    }

    private LabelLevel level(int k, Size size) {
        Path array = folder.staging().resolve(Integer.toString(k));
        return new LabelLevel(array, size, metadata.names(), folder.version().chunkPrefix());
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        folder.close();
    }
}
