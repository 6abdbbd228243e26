package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.io.zarr.store.JsonFields;

/**
 * OME's description of an image.
 *
 * @param axes of all its arrays
 * @param datasets its resolution levels, the largest first; at least one
 * @param channels their names; empty where there are none
 */
record Multiscales(Axes axes, List<Dataset> datasets, List<String> channels) {

    private static final int MOST_LEVELS = 64;

    /** True where a group is an image. */
    static boolean isIn(JsonFields group) {
        return group.has("multiscales");
    }

    /**
     * Reads the fields "multiscales" and "omero" of a group.
     *
     * @throws IOException if they are damaged or in a version from v0.6 on
     */
    static Multiscales parse(JsonFields group) throws IOException {
        List<JsonFields> all = group.objects("multiscales");
        if (all.isEmpty()) {
            throw group.wrong("multiscales", "a list with an image", "empty");
        }
        JsonFields first = all.get(0);
        checkVersion(group.text("version", first.text("version", "0.4")));
        Axes axes = Axes.parse(first);
        int rank = axes.list().size();
        double[] common = Dataset.scale(first, rank);
        List<Dataset> datasets = new ArrayList<>();
        for (JsonFields dataset : first.objects("datasets")) {
            datasets.add(Dataset.parse(dataset, rank, common));
        }
        if (datasets.isEmpty() || datasets.size() > MOST_LEVELS) {
            throw first.wrong("datasets", "1 to 64 levels", datasets.size());
        }
        return new Multiscales(axes, datasets, channels(group));
    }

    private static void checkVersion(String version) throws IOException {
        if (!version.matches("0\\.[1-5](\\D.*)?")) {
            throw new IOException(
                    "is written in version "
                            + version
                            + " of OME-Zarr, where 0.1 to 0.5 can be read. Convert it to 0.5 or"
                            + " 0.4.");
        }
    }

    private static List<String> channels(JsonFields group) throws IOException {
        List<String> names = new ArrayList<>();
        boolean any = false;
        for (JsonFields channel : group.objectOrEmpty("omero").objects("channels")) {
            String name = channel.text("label", "").strip();
            any |= !name.isEmpty();
            names.add(name.isEmpty() ? Integer.toString(names.size() + 1) : name);
        }
        return any ? List.copyOf(names) : List.of();
    }
}
