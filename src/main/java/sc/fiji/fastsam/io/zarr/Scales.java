package sc.fiji.fastsam.io.zarr;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import sc.fiji.fastsam.io.LengthUnits;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.TimeUnits;

/** Scale transformations as a pixel size and the time between frames. */
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

    /** The pixel size in x's unit; without a calibration where that is unknown. */
    PixelSize pixelSize() {
        String unit = unit("x");
        Optional<Double> height = inUnit("y", unit);
        if (unit.equals(PixelSize.PIXEL) || height.isEmpty() || !PixelSize.isLength(scale("x"))) {
            return PixelSize.NONE;
        }
        return new PixelSize(scale("x"), height.get(), inUnit("z", unit).orElse(1.0), unit);
    }

    /** What was not used, in sentences. */
    List<String> notes() {
        boolean used = pixelSize().isCalibrated();
        boolean plain = scale("x") == 1 && scale("y") == 1 && unit("x").equals(PixelSize.PIXEL);
        return used || plain
                ? List.of()
                : List.of(
                        "Its pixel size of "
                                + scale("x")
                                + " x "
                                + scale("y")
                                + " is not used, for its unit is \""
                                + axes.unit("x")
                                + "\".");
    }

    /** Time between frames; 0 where unknown. */
    double frameSeconds() {
        return TimeUnits.known(scale("t") * TimeUnits.seconds(axes.unit("t")));
    }

    /** An axis's scale in another axis's unit; empty where that is no length. */
    private Optional<Double> inUnit(String axis, String unit) {
        OptionalDouble value = LengthUnits.convert(scale(axis), axes.unit(axis), unit);
        return value.stream().filter(PixelSize::isLength).boxed().findFirst();
    }

    private double scale(String axis) {
        OptionalInt index = axes.index(axis);
        return index.isPresent() ? scale[index.getAsInt()] : 1;
    }

    private String unit(String axis) {
        return LengthUnits.shorten(axes.unit(axis));
    }
}
