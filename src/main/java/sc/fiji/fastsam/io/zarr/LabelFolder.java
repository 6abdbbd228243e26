package sc.fiji.fastsam.io.zarr;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.io.Leftovers;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.io.StagedFolder;
import sc.fiji.fastsam.io.zarr.store.ArrayInfo;
import sc.fiji.fastsam.io.zarr.store.JsonFields;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/** A folder that is filled under a hidden name beside its target and then renamed. */
final class LabelFolder implements Closeable {

    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().create();
    private static final String LABELS = "labels";

    private final Path target;
    private final boolean inside;
    private final StagedFolder staged;

    private LabelFolder(Path target, boolean inside) throws IOException {
        this.target = target;
        this.inside = inside;
        checkReplaceable();
        Leftovers.remove(List.of(target));
        this.staged = StagedFolder.of(target);
    }

    /**
     * @throws IOException if something other than a label image has that name
     */
    static LabelFolder at(Path target) throws IOException {
        return new LabelFolder(target.toAbsolutePath().normalize(), false);
    }

    /**
     * The folder of a label image of an image.
     *
     * @throws IOException if the store is no OME-Zarr v0.4 image, or something other than a label
     *     image has that name
     */
    static LabelFolder inside(Path store, String name) throws IOException {
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException(
                    "A label image's name must be a plain file name, but was \"" + name + "\".");
        }
        ZarrStore image = ZarrStore.of(store);
        boolean v2 = image.document(ArrayInfo.V3).isEmpty();
        if (!v2 || Group.read(image, "").filter(Multiscales::isIn).isEmpty()) {
            throw new IOException(
                    "Labels can be put into OME-Zarr v0.4 images only, but "
                            + store
                            + (v2 ? " is none" : " is in a later version")
                            + ". Write them beside it.");
        }
        return new LabelFolder(image.resolve(ZarrStore.join(LABELS, name)), true);
    }

    /** Name of the label image. */
    String name() {
        return target.getFileName().toString();
    }

    /** Path to the image whose labels these are. */
    Optional<String> source() {
        return inside ? Optional.of("../../") : Optional.empty();
    }

    /** The folder as long as it is not committed. */
    Path staging() {
        return staged.content();
    }

    /** Writes a document. */
    void write(String key, JsonObject document) throws IOException {
        Path file = staging().resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.toJson(document));
    }

    /**
     * Gives the folder its name, over a label image that is there.
     *
     * @throws IOException if that is not possible
     */
    void commit() throws IOException {
        checkReplaceable();
        staged.commit();
        if (inside) {
            register();
        }
    }

    /** Adds the name to those of the image's labels. */
    private void register() throws IOException {
        Path labels = target.getParent();
        ZarrStore store = ZarrStore.of(labels);
        Optional<JsonFields> there = store.document(Group.ATTRIBUTES);
        JsonObject attributes = there.isPresent() ? there.get().toJson() : new JsonObject();
        if (!attributes.has(LABELS) || !attributes.get(LABELS).isJsonArray()) {
            attributes.add(LABELS, new JsonArray());
        }
        JsonArray names = attributes.getAsJsonArray(LABELS);
        if (!names.contains(new JsonPrimitive(name()))) {
            names.add(name());
        }
        try (StagedFiles files = new StagedFiles()) {
            files.write(labels.resolve(Group.V2), text(LabelMetadata.group()));
            files.write(labels.resolve(Group.ATTRIBUTES), text(attributes));
            files.commit();
        }
    }

    private static StagedFiles.Content text(JsonObject document) {
        return out -> out.write(JSON.toJson(document).getBytes(StandardCharsets.UTF_8));
    }

    private void checkReplaceable() throws IOException {
        if (Files.exists(target) && !isLabelImage(target)) {
            throw new IOException(
                    target
                            + " is there and is no label image. Remove it, or choose another output"
                            + " folder.");
        }
    }

    private static boolean isLabelImage(Path folder) throws IOException {
        return OmeZarr.isStore(folder)
                && Group.read(ZarrStore.of(folder), "")
                        .filter(group -> group.has("image-label"))
                        .isPresent();
    }

    @Override
    public void close() throws IOException {
        staged.close();
    }
}
