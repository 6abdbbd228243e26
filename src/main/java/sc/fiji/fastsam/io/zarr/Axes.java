package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.zarr.store.ChunkGrid;
import sc.fiji.fastsam.io.zarr.store.JsonFields;

/**
 * The axes of an image in the order of its arrays.
 *
 * @param list at least y and x, none twice
 */
record Axes(List<Axis> list) {

    /** Names of the axes that mean something here, in OME's order. */
    private static final String NAMES = "tczyx";

    /**
     * One axis.
     *
     * @param name "t", "c", "z", "y", "x", or another
     * @param unit as "micrometer"; empty where unknown
     */
    record Axis(String name, String unit) {}

    /**
     * @throws IllegalArgumentException if y or x is missing or an axis is there twice
     */
    Axes {
        list = List.copyOf(list);
        long names = list.stream().map(Axis::name).distinct().count();
        if (names != list.size() || indexIn(list, "y").isEmpty() || indexIn(list, "x").isEmpty()) {
            throw new IllegalArgumentException(
                    "The axes of an image must be y and x, perhaps with t, c and z, each once, but"
                            + " are "
                            + list.stream().map(Axis::name).toList()
                            + ".");
        }
    }

    /**
     * Axes without units.
     *
     * @param names of an array's axes; where they are empty or others, it has the last of t, c, z,
     *     y, x
     * @throws IOException if there are none for that rank
     */
    static Axes ofNames(List<String> names, int rank) throws IOException {
        try {
            return new Axes(names.stream().map(name -> new Axis(name, "")).toList());
        } catch (IllegalArgumentException e) {
            return usual(rank);
        }
    }

    private static Axes usual(int rank) throws IOException {
        if (rank < 2 || rank > NAMES.length()) {
            throw new IOException(
                    "has " + rank + " axes without names. Write it as OME-Zarr, which names them.");
        }
        String[] names = NAMES.substring(NAMES.length() - rank).split("");
        return new Axes(Arrays.stream(names).map(name -> new Axis(name, "")).toList());
    }

    /**
     * Reads the field "axes" of multiscales: objects (v0.4, v0.5) or texts (v0.3); t, c, z, y, x
     * where it is missing (v0.1, v0.2).
     */
    static Axes parse(JsonFields multiscales) throws IOException {
        if (!multiscales.has("axes")) {
            return usual(NAMES.length());
        }
        List<Axis> axes = new ArrayList<>();
        for (JsonFields axis : multiscales.namedObjects("axes")) {
            axes.add(new Axis(axis.text("name"), axis.text("unit", "")));
        }
        try {
            return new Axes(axes);
        } catch (IllegalArgumentException e) {
            throw multiscales.wrong("axes", "y and x, perhaps with t, c and z", axes(axes));
        }
    }

    private static String axes(List<Axis> axes) {
        return String.join(", ", axes.stream().map(Axis::name).toList());
    }

    /** The names, as "z, y, x". */
    @Override
    public String toString() {
        return axes(list);
    }

    /** Place of an axis; empty if the image has none of that name. */
    OptionalInt index(String name) {
        return indexIn(list, name);
    }

    private static OptionalInt indexIn(List<Axis> list, String name) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).name.equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Unit of an axis; empty where the axis or its unit is missing. */
    String unit(String name) {
        OptionalInt index = index(name);
        return index.isPresent() ? list.get(index.getAsInt()).unit : "";
    }

    /** Size of a grid along an axis; 1 where the axis is missing. */
    int size(String name, ChunkGrid grid) {
        OptionalInt index = index(name);
        return index.isPresent() ? grid.size(index.getAsInt()) : 1;
    }

    /** The place of a plane's first pixel along each axis. */
    int[] origin(PlaneIndex plane) {
        int[] at = new int[list.size()];
        index("t").ifPresent(i -> at[i] = plane.frame());
        index("c").ifPresent(i -> at[i] = plane.channel());
        index("z").ifPresent(i -> at[i] = plane.slice());
        return at;
    }

    /**
     * @throws IOException if the grid has another number of axes, or more than one element along an
     *     axis that means nothing here
     */
    void check(ChunkGrid grid, String path) throws IOException {
        if (grid.rank() != list.size()) {
            throw new IOException(
                    "has "
                            + grid.rank()
                            + " axes in its array \""
                            + path
                            + "\", where its metadata names "
                            + axes(list)
                            + ". Write it again.");
        }
        for (int i = 0; i < list.size(); i++) {
            String name = list.get(i).name;
            if ((name.length() != 1 || !NAMES.contains(name)) && grid.size(i) > 1) {
                throw new IOException(
                        "has "
                                + grid.size(i)
                                + " planes along an axis \""
                                + name
                                + "\". Write each of them as an image of its own.");
            }
        }
    }
}
