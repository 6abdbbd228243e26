package sc.fiji.fastsam.io.zarr;

import com.google.gson.JsonObject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.io.FolderLock;
import sc.fiji.fastsam.io.Leftovers;
import sc.fiji.fastsam.io.StagedFolder;
import sc.fiji.fastsam.io.zarr.store.JsonFields;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/** The store of a label image, filled under a hidden name beside its target and then renamed. */
final class LabelStore implements Closeable {

    private static final String LABELS = OmeZarr.LABELS;

    private final Path target;
    private final Optional<ZarrStore> image;
    private final LabelVersion version;
    private final StagedFolder staged;
    private final Map<String, JsonObject> documents = new LinkedHashMap<>();

    private LabelStore(Path target, Optional<ZarrStore> image) throws IOException {
        this.target = target;
        this.image = image;
        this.version = image.isPresent() ? LabelVersion.of(image.get()) : LabelVersion.V04;
        checkReplaceable(target, image.isPresent());
        Leftovers.remove(List.of(target));
        this.staged = StagedFolder.of(target);
    }

    /**
     * @throws IOException if something other than a label image has that name
     */
    static LabelStore at(Path target) throws IOException {
        return new LabelStore(target.toAbsolutePath().normalize(), Optional.empty());
    }

    /**
     * The folder of a label image of an image.
     *
     * @throws IOException as {@link #checkInside}
     */
    static LabelStore inside(Path image, String name) throws IOException {
        return new LabelStore(checkInside(image, name), Optional.of(ZarrStore.of(image)));
    }

    /**
     * Where a label image of an image goes.
     *
     * @throws IOException if the image is no OME-Zarr image, or something that was not written here
     *     has that name; follows the image's name
     */
    static Path checkInside(Path image, String name) throws IOException {
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException(
                    "A label image's name must be a plain file name, but was \"" + name + "\".");
        }
        String problem = "";
        if (!OmeZarr.isStore(image)) {
            problem = "is no OME-Zarr image";
        } else if (Group.read(ZarrStore.of(image), "").filter(Multiscales::isIn).isEmpty()) {
            problem = "is a group and no image itself";
        }
        if (!problem.isEmpty()) {
            throw new IOException(
                    problem
                            + ", so that label images cannot be put into it. Write them beside it"
                            + " (labels_format = zarr).");
        }
        Path target = ZarrStore.of(image).resolve(ZarrStore.join(LABELS, name));
        checkReplaceable(target, true);
        return target;
    }

    private static void checkReplaceable(Path target, boolean inside) throws IOException {
        if (!isFree(target, inside)) {
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

    /** NB: another run may be about to replace it, so that it is half there for a moment. */
    private static boolean isFree(Path target, boolean inside) throws IOException {
        try {
            if (!Files.exists(target) || isReplaceable(target, inside)) {
                return true;
            }
        } catch (NoSuchFileException e) {
            return !inside || isFreeAtRest(target);
        }
        return inside && isFreeAtRest(target);
    }

    private static boolean isFreeAtRest(Path target) {
        try (FolderLock held = FolderLock.of(target.getParent())) {
            return !Files.exists(target) || isReplaceable(target, true);
        } catch (IOException e) {
            return false;
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
        return image.map(store -> "../../");
    }

    /**
     * Where the image lies.
     *
     * @throws IOException if its metadata are damaged
     */
    Optional<Placement> placement() throws IOException {
        return image.isPresent() ? Optional.of(Placement.of(image.get())) : Optional.empty();
    }

    /** That of the image inside which it lies, 0.4 of one by itself. */
    LabelVersion version() {
        return version;
    }

    /** The folder as long as it is not committed. */
    Path staging() {
        return staged.content();
    }

    /**
     * Writes a document.
     *
     * @param key its path below the folder
     */
    void write(String key, JsonObject document) throws IOException {
        Path file = staging().resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, Json.text(document));
        documents.put(key, document);
    }

    /**
     * Gives the folder its name, over a label image that is there.
     *
     * @throws IOException if that is not possible
     */
    void commit() throws IOException {
        if (image.isEmpty()) {
            checkReplaceable(target, false);
            staged.commit();
            return;
        }
        // NB: the same image may be in the run under another name, or in another run.
        try (FolderLock held = FolderLock.of(target.getParent())) {
            checkReplaceable(target, true);
            staged.commit();
            new LabelRegistry(image.get(), version).add(name(), documents);
        }
    }

    @Override
    public void close() throws IOException {
        staged.close();
    }
}
