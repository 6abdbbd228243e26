package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.zarr.store.ArrayInfo;
import sc.fiji.fastsam.io.zarr.store.JsonFields;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/** OME-Zarr images in local folders. */
public final class OmeZarr {

    /** The group in an image that holds its label images. */
    public static final String LABELS = "labels";

    /** What label images that FastSAM puts into an image are called. */
    public static final String OWN_LABELS = "fastsam";

    private static final int MOST_NAMED = 5;

    private OmeZarr() {}

    /** True for a folder with Zarr's metadata, whether or not an image is inside. */
    public static boolean isStore(Path folder) {
        return Files.isDirectory(folder)
                && List.of(ArrayInfo.V3, ArrayInfo.V2, Group.V2, Group.ATTRIBUTES).stream()
                        .anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /**
     * True for a folder that is one image and no folder of files: a store, and what is named as
     * one, so that a broken store is told and not walked through.
     */
    public static boolean isImage(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        boolean named = name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".zarr");
        return named && Files.isDirectory(folder) || isStore(folder);
    }

    /**
     * @throws IOException if the path is an address such as "https://..."; says the way out
     */
    public static void refuseRemote(Path path) throws IOException {
        if (path.toString().matches("(?i)[a-z][a-z0-9+.-]+:[/\\\\].*") && !Files.exists(path)) {
            throw new IOException(
                    "is a remote address, but only local files and folders are read. Copy it to a"
                            + " local folder first.");
        }
    }

    /**
     * @throws IOException if a file's name says that it is a whole store; says the way out
     */
    public static void refusePacked(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && name.matches("(?i).*\\.(zarr|zarr\\.zip|ozx)")) {
            throw packed();
        }
    }

    private static IOException packed() {
        return new IOException("is a file, not a folder. Unzip the Zarr store first.");
    }

    /**
     * The images in a store, as paths below it: itself ("") where it is an image or an array, else
     * those of a bioformats2raw store, of a plate, a well or a group of labels. A path may lack its
     * image, which {@link #open} then says.
     *
     * @return at least one; none leads out of the store
     * @throws IOException if the folder is no store, is damaged, or holds no image
     */
    public static List<String> images(Path folder) throws IOException {
        ZarrStore store = store(folder);
        return isArray(store) ? List.of("") : Collection.images(store);
    }

    /**
     * The images of a plate, a well or a bioformats2raw store, as paths below it; none where the
     * folder is an image itself, a group of label images, or cannot be read, which {@link #open}
     * tells.
     */
    public static List<String> series(Path folder) {
        try {
            ZarrStore store = store(folder);
            return isArray(store) ? List.of() : Collection.series(store);
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /**
     * The folder of the image that {@link #open(Path)} opens: that of the only image of a plate, a
     * well or a bioformats2raw store; else the folder itself, also where that has no image.
     */
    public static Path imageFolder(Path folder) {
        List<String> images = series(folder);
        return images.size() == 1 && Files.isDirectory(folder.resolve(images.get(0)))
                ? folder.resolve(images.get(0))
                : folder;
    }

    /**
     * Opens the image in a folder: an OME-Zarr image, a store with one image, or a Zarr array.
     *
     * @throws IOException if there is none or several, or it is damaged or of a kind that cannot be
     *     read; remote and zipped stores are such kinds
     */
    public static PlaneSource open(Path folder) throws IOException {
        List<String> images = images(folder);
        if (images.size() > 1) {
            throw new IOException(
                    "holds "
                            + images.size()
                            + " images. Give one of their folders: "
                            + String.join(
                                    ", ", images.subList(0, Math.min(MOST_NAMED, images.size())))
                            + (images.size() > MOST_NAMED ? " ..." : "."));
        }
        return open(folder, images.get(0));
    }

    /**
     * Opens one of several images.
     *
     * @param image path below the folder, one of {@link #images}
     * @throws IOException if it is not there, damaged, or of a kind that cannot be read
     */
    public static PlaneSource open(Path folder, String image) throws IOException {
        ZarrStore store = store(folder);
        if (image.isEmpty() && isArray(store)) {
            return ZarrImage.openArray(store);
        }
        JsonFields group =
                Group.read(store, image)
                        .filter(Multiscales::isIn)
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "has no image in \""
                                                        + image
                                                        + "\". Copy the store again."));
        return ZarrImage.open(store, image, Multiscales.parse(group));
    }

    private static boolean isArray(ZarrStore store) throws IOException {
        Optional<JsonFields> v3 = store.document(ArrayInfo.V3);
        return v3.isPresent()
                ? v3.get().text("node_type", "").equals("array")
                : store.exists(ArrayInfo.V2);
    }

    private static ZarrStore store(Path folder) throws IOException {
        refuseRemote(folder);
        if (Files.isRegularFile(folder)) {
            throw packed();
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("is not there. Check the path.");
        }
        if (!isStore(folder)) {
            throw new IOException(
                    "is no Zarr store: it has neither zarr.json nor .zgroup nor .zarray. Give the"
                            + " folder that has.");
        }
        return ZarrStore.of(folder);
    }
}
