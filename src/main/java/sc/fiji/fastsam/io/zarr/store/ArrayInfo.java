package sc.fiji.fastsam.io.zarr.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Metadata of an array.
 *
 * @param grid its size, shards and chunks
 * @param format of its chunks
 * @param keys names of its files
 * @param shards where chunks lie in shards; empty where each chunk has its own file
 * @param axisNames as an array without OME metadata may have them; else empty
 */
public record ArrayInfo(
        ChunkGrid grid,
        ChunkFormat format,
        ChunkKeys keys,
        Optional<ShardFormat> shards,
        List<String> axisNames) {

    /** File of an array's metadata in Zarr v2. */
    public static final String V2 = ".zarray";

    /** File of a group's or array's metadata in Zarr v3. */
    public static final String V3 = "zarr.json";

    /**
     * Reads the metadata of the array in a folder.
     *
     * @throws IOException if there is none, or it is damaged or of a kind that cannot be read
     */
    public static ArrayInfo read(ZarrStore store, String path) throws IOException {
        Optional<JsonFields> v3 = store.document(ZarrStore.join(path, V3));
        if (v3.isPresent()) {
            return ArrayV3.parse(ZarrStore.join(path, V3), v3.get());
        }
        JsonFields v2 =
                store.document(ZarrStore.join(path, V2))
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "has no array in \""
                                                        + path
                                                        + "\", although its metadata names it."
                                                        + " Copy the store again."));
        return ArrayV2.parse(store, path, v2);
    }

    /** Bytes of a decoded chunk; may be above 2^31 - 1. */
    public long chunkBytes() {
        return (long) grid.chunkElements() * format.type().bytes();
    }
}
