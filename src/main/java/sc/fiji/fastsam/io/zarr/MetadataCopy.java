package sc.fiji.fastsam.io.zarr;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.io.FolderLock;
import sc.fiji.fastsam.io.Leftovers;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.io.zarr.store.ArrayInfo;
import sc.fiji.fastsam.io.zarr.store.JsonFields;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/**
 * The copy of all metadata below it that a store may have, and which many readers look at alone.
 */
final class MetadataCopy {

    private static final String METADATA = "metadata";

    private final ZarrStore store;
    private final LabelVersion version;

    MetadataCopy(ZarrStore store, LabelVersion version) {
        this.store = store;
        this.version = version;
    }

    /** Where it is. */
    Path file() {
        return store.root().resolve(version.consolidatedFile());
    }

    /**
     * The copy with the metadata of a label image in the place of those that it has.
     *
     * @param image path of the image below the store; empty for the store itself
     * @param folder path of the label image below the image
     * @param below new metadata by their paths below the image
     * @return the document that holds the copy; empty where the store has no copy, or none of the
     *     image
     */
    Optional<StagedFiles.Content> renewed(
            String image, String folder, Map<String, JsonObject> below) throws IOException {
        Optional<JsonObject> document =
                store.wholeDocument(version.consolidatedFile()).map(JsonFields::toJson);
        Optional<JsonObject> metadata =
                document.map(version::consolidated)
                        .filter(copy -> copy.has(METADATA) && copy.get(METADATA).isJsonObject())
                        .map(copy -> copy.getAsJsonObject(METADATA))
                        .filter(known -> image.isEmpty() || hasBelow(known, image));
        if (metadata.isEmpty()) {
            return Optional.empty();
        }
        JsonObject known = metadata.get();
        keysBelow(known, path(image, folder)).forEach(known::remove);
        below.forEach((file, text) -> known.add(version.consolidatedKey(path(image, file)), text));
        sort(known);
        return document.map(Json::content);
    }

    /**
     * Renews the copies of the stores around an image, as of a plate. One of more than {@value
     * ZarrStore#LONGEST_DOCUMENT} bytes stays as it is.
     *
     * @throws IOException if one cannot be written
     */
    static void renewAround(
            ZarrStore image, LabelVersion version, String folder, Map<String, JsonObject> below)
            throws IOException {
        Path store = image.root().getParent();
        while (store != null && isGroup(store)) {
            MetadataCopy copy = new MetadataCopy(ZarrStore.of(store), version);
            if (copy.mayBeRenewed()) {
                String path = store.relativize(image.root()).toString().replace('\\', '/');
                copy.renew(path, folder, below);
            }
            store = store.getParent();
        }
    }

    private static boolean isGroup(Path folder) {
        return Files.isRegularFile(folder.resolve(Group.V2))
                || Files.isRegularFile(folder.resolve(ArrayInfo.V3));
    }

    private boolean mayBeRenewed() throws IOException {
        return Files.isRegularFile(file()) && Files.size(file()) <= ZarrStore.LONGEST_DOCUMENT;
    }

    /** NB: others may be adding the labels of other images of the plate. */
    private void renew(String image, String folder, Map<String, JsonObject> below)
            throws IOException {
        try (FolderLock held = FolderLock.of(store.root());
                StagedFiles files = new StagedFiles()) {
            Leftovers.remove(List.of(file()));
            Optional<StagedFiles.Content> content = renewed(image, folder, below);
            if (content.isPresent()) {
                files.write(file(), content.get());
                files.commit();
            }
        }
    }

    /**
     * Each folder before what it holds, and that before the next. NB: zarr-python 3 loses the
     * members of a folder that come before those of another folder and others of it behind them.
     */
    private static void sort(JsonObject known) {
        List<Map.Entry<String, JsonElement>> sorted = new ArrayList<>();
        known.entrySet().forEach(e -> sorted.add(Map.entry(e.getKey(), e.getValue())));
        // NB: nearly all are in order already, which a list's sort makes use of.
        sorted.sort(Map.Entry.comparingByKey(Comparator.comparing(key -> key.replace('/', '\0'))));
        known.entrySet().clear();
        sorted.forEach(e -> known.add(e.getKey(), e.getValue()));
    }

    private static boolean hasBelow(JsonObject known, String folder) {
        return known.keySet().stream().anyMatch(key -> isBelow(key, folder));
    }

    private static List<String> keysBelow(JsonObject known, String folder) {
        return known.keySet().stream().filter(key -> isBelow(key, folder)).toList();
    }

    private static boolean isBelow(String key, String folder) {
        return (key + "/").startsWith(folder + "/");
    }

    private static String path(String folder, String file) {
        return ZarrStore.join(folder, file);
    }
}
