package sc.fiji.fastsam.io.zarr;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.fastsam.io.zarr.store.ArrayInfo;
import sc.fiji.fastsam.io.zarr.store.JsonFields;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/** A folder that is filled under a hidden name beside its target and then renamed. */
final class LabelFolder implements Closeable {

    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().create();
    private static final String LABELS = "labels";

    private final Path target;
    private final Path staging;
    private final boolean inside;

    private LabelFolder(Path target, boolean inside) throws IOException {
        this.target = target;
        this.inside = inside;
        this.staging = hidden("part");
        checkReplaceable();
        delete(staging);
        Files.createDirectories(staging);
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
        return staging;
    }

    /** Writes a document. */
    void write(String key, JsonObject document) throws IOException {
        Path file = staging.resolve(key);
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
        Path before = hidden("old");
        delete(before);
        if (Files.exists(target)) {
            Files.move(target, before);
        }
        try {
            Files.move(staging, target);
        } catch (IOException e) {
            if (Files.exists(before)) {
                Files.move(before, target);
            }
            throw e;
        }
        delete(before);
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
        replace(labels.resolve(Group.V2), LabelMetadata.group());
        replace(labels.resolve(Group.ATTRIBUTES), attributes);
    }

    private void replace(Path file, JsonObject document) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + "." + name() + ".part");
        Files.writeString(part, JSON.toJson(document));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
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

    private Path hidden(String extension) {
        long process = ProcessHandle.current().pid();
        return target.resolveSibling("." + name() + "." + process + "." + extension);
    }

    @Override
    public void close() throws IOException {
        delete(staging);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
