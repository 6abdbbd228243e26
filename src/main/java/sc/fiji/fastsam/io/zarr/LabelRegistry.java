package sc.fiji.fastsam.io.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.io.zarr.store.JsonFields;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/**
 * Lists label images in their image: in the group "labels", and in the copy of all metadata that an
 * image may have, where readers would not see them otherwise.
 */
final class LabelRegistry {

    static final String LABELS = "labels";

    private static final String METADATA = "metadata";

    private final ZarrStore image;
    private final LabelVersion version;

    LabelRegistry(ZarrStore image, LabelVersion version) {
        this.image = image;
        this.version = version;
    }

    /**
     * Adds a label image that is there, or has been replaced.
     *
     * @param documents its metadata by their paths below its folder
     */
    void add(String name, Map<String, JsonObject> documents) throws IOException {
        Map<String, JsonObject> below = new LinkedHashMap<>();
        group(name).forEach((file, document) -> below.put(path(LABELS, file), document));
        Path root = image.root();
        try (StagedFiles files = new StagedFiles()) {
            for (Map.Entry<String, JsonObject> document : below.entrySet()) {
                files.write(root.resolve(document.getKey()), Json.content(document.getValue()));
            }
            String folder = path(LABELS, name);
            documents.forEach((file, document) -> below.put(path(folder, file), document));
            Optional<JsonObject> copy = consolidated(folder, below);
            if (copy.isPresent()) {
                files.write(root.resolve(version.consolidatedFile()), Json.content(copy.get()));
            }
            files.commit();
        }
    }

    /** The documents of the group of labels with one more name. */
    private Map<String, JsonObject> group(String name) throws IOException {
        Map<String, JsonObject> group = version.group();
        for (String file : List.copyOf(group.keySet())) {
            Optional<JsonFields> there = image.document(path(LABELS, file));
            there.ifPresent(document -> group.put(file, document.toJson()));
        }
        JsonArray names = new JsonArray();
        listed().forEach(names::add);
        if (!names.contains(new JsonPrimitive(name))) {
            names.add(name);
        }
        version.ome(group).add(LABELS, names);
        return group;
    }

    /** Names of the label images, wherever the version puts them. */
    private List<String> listed() throws IOException {
        Optional<JsonFields> labels = Group.read(image, LABELS);
        return labels.isPresent() && labels.get().isTexts(LABELS)
                ? labels.get().texts(LABELS)
                : List.of();
    }

    /** The document with the copy of all metadata; empty where the image has none. */
    private Optional<JsonObject> consolidated(String folder, Map<String, JsonObject> below)
            throws IOException {
        Optional<JsonObject> document =
                image.wholeDocument(version.consolidatedFile()).map(JsonFields::toJson);
        if (document.isEmpty()) {
            return document;
        }
        JsonObject copy = version.consolidated(document.get());
        if (!copy.has(METADATA) || !copy.get(METADATA).isJsonObject()) {
            return Optional.empty();
        }
        JsonObject metadata = copy.getAsJsonObject(METADATA);
        for (String key : List.copyOf(metadata.keySet())) {
            if ((key + "/").startsWith(folder + "/")) {
                metadata.remove(key);
            }
        }
        below.forEach((file, text) -> metadata.add(version.consolidatedKey(file), text));
        return document;
    }

    private static String path(String folder, String file) {
        return ZarrStore.join(folder, file);
    }
}
