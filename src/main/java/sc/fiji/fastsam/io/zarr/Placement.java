package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.zarr.store.JsonFields;
import sc.fiji.fastsam.io.zarr.store.ZarrStore;

/**
 * Where the pixels of an image lie: unit, extent and begin along each of its axes, whatever the
 * unit. Its label images have the same, so that viewers lay one over the other.
 *
 * @param axes of the image
 * @param scale extent of a pixel of its full size along each axis; not copied
 * @param shift place of its first pixel's center along each axis; not copied
 */
record Placement(Axes axes, double[] scale, double[] shift) {

    /**
     * Of the image in a store's root.
     *
     * @throws IOException if its metadata are damaged
     */
    static Placement of(ZarrStore store) throws IOException {
        JsonFields group = Group.read(store, "").orElseThrow();
        Multiscales image = Multiscales.parse(group);
        JsonFields first = group.objects("multiscales").get(0);
        double[] scale = image.datasets().get(0).scale();
        double[] shift = new double[scale.length];
        move(first.objects("datasets").get(0), shift);
        move(first, shift);
        return new Placement(image.axes(), scale, shift);
    }

    /** Takes a place through the transformations of a dataset or of an image, in their order. */
    private static void move(JsonFields owner, double[] place) throws IOException {
        for (JsonFields step : owner.objects("coordinateTransformations")) {
            double[] factors = numbers(step, "scale", place.length, 1);
            double[] steps = numbers(step, "translation", place.length, 0);
            for (int i = 0; i < place.length; i++) {
                place[i] = place[i] * factors[i] + steps[i];
            }
        }
    }

    private static double[] numbers(JsonFields step, String name, int rank, double otherwise)
            throws IOException {
        if (!step.has(name)) {
            double[] none = new double[rank];
            Arrays.fill(none, otherwise);
            return none;
        }
        double[] numbers = step.numbers(name);
        if (numbers.length != rank) {
            throw step.wrong(name, rank + " numbers", numbers.length);
        }
        return numbers;
    }

    /** The same from one of the planes on, which has the first place along z and t. */
    Placement from(PlaneIndex plane) {
        double[] moved = shift.clone();
        axes.index("z").ifPresent(i -> moved[i] += plane.slice() * scale[i]);
        axes.index("t").ifPresent(i -> moved[i] += plane.frame() * scale[i]);
        return new Placement(axes, scale, moved);
    }

    /** True where the image has an axis of that name, if only of one plane. */
    boolean has(String axis) {
        return axes.index(axis).isPresent();
    }

    /** Unit along an axis; empty where there is none. */
    String unit(String axis) {
        return axes.unit(axis);
    }

    /** Extent of a pixel along an axis; 1 where the image does not have it. */
    double scale(String axis) {
        OptionalInt index = axes.index(axis);
        return index.isPresent() ? scale[index.getAsInt()] : 1;
    }

    /** Place of the first pixel along an axis; 0 where the image does not have it. */
    double shift(String axis) {
        OptionalInt index = axes.index(axis);
        return index.isPresent() ? shift[index.getAsInt()] : 0;
    }
}
