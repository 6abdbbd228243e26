package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.util.Optional;
import sc.fiji.fastsam.io.zarr.store.ArrayInfo;
import sc.fiji.fastsam.io.zarr.store.JsonFields;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/** OME's metadata of a group, wherever the version puts them. */
final class Group {

    /** File that marks a group in Zarr v2. */
    static final String V2 = ".zgroup";

    /** File of attributes in Zarr v2. */
    static final String ATTRIBUTES = ".zattrs";

    private Group() {}

    /**
     * The fields "multiscales", "plate" and so on of a group; none of them where it has no OME
     * metadata.
     *
     * @return empty if there is no group in that folder
     * @throws IOException if its documents are damaged
     */
    static Optional<JsonFields> read(ZarrStore store, String path) throws IOException {
        Optional<JsonFields> v3 = store.document(ZarrStore.join(path, ArrayInfo.V3));
        if (v3.isPresent()) {
            JsonFields attributes = v3.get().objectOrEmpty("attributes");
            // NB: v0.4 metadata are met in Zarr v3 groups too, from before v0.5.
            return Optional.of(attributes.has("ome") ? attributes.object("ome") : attributes);
        }
        Optional<JsonFields> v2 = store.document(ZarrStore.join(path, ATTRIBUTES));
        return v2.isPresent() ? v2 : store.document(ZarrStore.join(path, V2));
    }
}
