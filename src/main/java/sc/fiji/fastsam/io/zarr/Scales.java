package sc.fiji.fastsam.io.zarr;

import java.util.OptionalInt;
import sc.fiji.fastsam.io.PixelExtents;
import sc.fiji.fastsam.io.PixelExtents.Extent;
import sc.fiji.fastsam.io.TimeUnits;

/** Scale transformations as extents of a pixel and the time between frames. */
final class Scales {

    private final Axes axes;
    private final double[] scale;

    private Scales(Axes axes, double[] scale) {
        this.axes = axes;
        this.scale = scale;
    }

    /** Of an image's largest level. */
    static Scales of(Multiscales image) {
        return new Scales(image.axes(), image.datasets().get(0).scale());
    }

    /** Extents of a pixel along x, y and z. */
    PixelExtents extents() {
        return new PixelExtents(extent("x"), extent("y"), extent("z"));
    }

    private Extent extent(String axis) {
        return new Extent(scale(axis), axes.unit(axis));
    }

    /** Time between frames; 0 where unknown. */
    double frameSeconds() {
        return TimeUnits.known(scale("t") * TimeUnits.seconds(axes.unit("t")));
    }

    private double scale(String axis) {
        OptionalInt index = axes.index(axis);
        return index.isPresent() ? scale[index.getAsInt()] : 1;
    }
}
