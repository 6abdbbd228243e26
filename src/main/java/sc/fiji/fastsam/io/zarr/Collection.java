package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.io.zarr.store.JsonFields;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/** Groups that hold images: bioformats2raw stores, plates, wells, groups of labels. */
final class Collection {

    private static final String LAYOUT = "bioformats2raw.layout";
    private static final int MOST_IMAGES = 100_000;

    private Collection() {}

    /**
     * Paths of the images of a store's root group, the empty one where it is an image itself.
     *
     * @throws IOException if there are none or more than 100 000, or one lies outside of the store
     */
    static List<String> images(ZarrStore store) throws IOException {
        JsonFields root = Group.read(store, "").orElseThrow();
        if (Multiscales.isIn(root)) {
            return List.of("");
        }
        List<String> images = new ArrayList<>();
        if (root.has("plate")) {
            for (JsonFields well : root.object("plate").objects("wells")) {
                String path = well.text("path");
                addFields(images, path, Group.read(store, path));
            }
        } else if (root.has("well")) {
            addFields(images, "", Optional.of(root));
        } else if (root.has("labels")) {
            images.addAll(root.texts("labels"));
        } else {
            images.addAll(series(store, root));
        }
        if (images.isEmpty() || images.size() > MOST_IMAGES) {
            throw new IOException(
                    "is a Zarr store with "
                            + images.size()
                            + " OME-Zarr images in its metadata. Give the folder of an image, whose"
                            + " metadata has \"multiscales\".");
        }
        for (String image : images) {
            store.resolve(image);
        }
        return images;
    }

    /**
     * Likewise, but only where each is to be segmented by itself, as in a plate, and no level or
     * label image of another.
     *
     * @return none where the root is something else
     */
    static List<String> series(ZarrStore store) throws IOException {
        Optional<JsonFields> root = Group.read(store, "");
        return root.isEmpty() || root.get().has("labels") || Multiscales.isIn(root.get())
                ? List.of()
                : images(store);
    }

    private static void addFields(List<String> images, String path, Optional<JsonFields> well)
            throws IOException {
        if (well.isPresent()) {
            for (JsonFields field : well.get().objectOrEmpty("well").objects("images")) {
                images.add(ZarrStore.join(path, field.text("path")));
            }
        }
    }

    /** The images that bioformats2raw numbers from 0 on. */
    private static List<String> series(ZarrStore store, JsonFields root) throws IOException {
        List<String> images = new ArrayList<>();
        JsonFields ome = Group.read(store, "OME").orElse(root);
        if (ome.isTexts("series")) {
            return ome.texts("series");
        }
        while (root.has(LAYOUT) && images.size() <= MOST_IMAGES && hasImage(store, images.size())) {
            images.add(Integer.toString(images.size()));
        }
        return images;
    }

    private static boolean hasImage(ZarrStore store, int number) throws IOException {
        return Group.read(store, Integer.toString(number)).filter(Multiscales::isIn).isPresent();
    }
}
