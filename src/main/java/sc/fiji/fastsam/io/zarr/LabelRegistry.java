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
 * Lists label images in their image: in the group "labels", and in the copies of all metadata that
 * the image and the stores around it may have, where readers would not see them otherwise.
 */
final class LabelRegistry {

    private static final String LABELS = OmeZarr.LABELS;

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
        String folder = path(LABELS, name);
        Path root = image.root();
        try (StagedFiles files = new StagedFiles()) {
            for (Map.Entry<String, JsonObject> document : below.entrySet()) {
                files.write(root.resolve(document.getKey()), Json.content(document.getValue()));
            }
            documents.forEach((file, document) -> below.put(path(folder, file), document));
            MetadataCopy copy = new MetadataCopy(image, version);
            Optional<StagedFiles.Content> all = copy.renewed("", folder, below);
            if (all.isPresent()) {
                files.write(copy.file(), all.get());
            }
            files.commit();
        }
        MetadataCopy.renewAround(image, version, folder, below);
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

    private static String path(String folder, String file) {
        return ZarrStore.join(folder, file);
    }
}
