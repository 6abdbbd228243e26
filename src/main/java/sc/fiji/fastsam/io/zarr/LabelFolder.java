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
        checkReplaceable(target, inside);
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
     * @throws IOException as {@link #checkInside}
     */
    static LabelFolder inside(Path image, String name) throws IOException {
        return new LabelFolder(checkInside(image, name), true);
    }

    /**
     * Where a label image of an image goes.
     *
     * @throws IOException if the image is no OME-Zarr v0.4 image, or something that was not written
     *     here has that name; follows the image's name
     */
    static Path checkInside(Path image, String name) throws IOException {
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException(
                    "A label image's name must be a plain file name, but was \"" + name + "\".");
        }
        String problem = "";
        if (!OmeZarr.isStore(image)) {
            problem = "is no OME-Zarr image";
        } else if (ZarrStore.of(image).document(ArrayInfo.V3).isPresent()) {
            problem = "is in a later version than OME-Zarr v0.4";
        } else if (Group.read(ZarrStore.of(image), "").filter(Multiscales::isIn).isEmpty()) {
            problem = "is a group and no image itself";
        }
        if (!problem.isEmpty()) {
            throw new IOException(
                    problem
                            + ", so that label images cannot be put into it. Write them beside it"
                            + " (labels_format zarr).");
        }
        Path target = ZarrStore.of(image).resolve(ZarrStore.join(LABELS, name));
        checkReplaceable(target, true);
        return target;
    }

    private static void checkReplaceable(Path target, boolean inside) throws IOException {
        if (Files.exists(target) && !isReplaceable(target, inside)) {
            throw new IOException(
                    inside
                            ? "has a "
                                    + LABELS
                                    + "/"
                                    + target.getFileName()
                                    + " that was not written by FastSAM. Rename that."
                            : target
                                    + " is there and is no label image. Remove it, or choose"
                                    + " another output folder.");
        }
    }

    /** NB: in an image lie others' label images too, which may have any name. */
    private static boolean isReplaceable(Path target, boolean inside) throws IOException {
        if (!OmeZarr.isStore(target)) {
            return false;
        }
        Optional<JsonFields> group = Group.read(ZarrStore.of(target), "");
        return group.isPresent()
                && (inside ? LabelMetadata.isOwn(group.get()) : group.get().has("image-label"));
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
        checkReplaceable(target, inside);
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

    @Override
    public void close() throws IOException {
        staged.close();
    }
}
