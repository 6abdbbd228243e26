package sc.fiji.fastsam.segment;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.settings.ScaleSettings;

/**
 * Chooses how many network pixels a source pixel becomes, so that typical objects meet the network
 * at the size it was trained for most.
 *
 * <p>Without a hint, a cheap first look at the whole plane finds some objects and from their median
 * diameter the gain; where it finds none or only very small ones, it looks again, closer.
 */
final class ScaleChooser {

    /** Longer side of the first look, in network pixels. */
    private static final double LOOK_SIDE = 640;

    /** Objects below this diameter (network pixels) are seen too badly to be measured. */
    private static final double TOO_SMALL = 14;

    /** How much closer each further look is, and how often. */
    private static final double CLOSER = 2;

    private static final int LOOKS = 2;

    /** The favourite diameter assumed for a network that states none, in network pixels. */
    private static final double USUAL_DIAMETER = 40;

    private static final double MIN_GAIN = 1 / 32.0;
    private static final double MAX_GAIN = 8;

    private final ModelSpec spec;
    private final ScaleSettings settings;
    private final Size plane;

    ScaleChooser(ModelSpec spec, ScaleSettings settings, Size plane) {
        this.spec = spec;
        this.settings = settings;
        this.plane = plane;
    }

    /**
     * @param look median diameter of the objects seen at a gain, in source pixels; nothing when
     *     none is seen
     */
    double choose(DoubleFunction<OptionalDouble> look) {
        if (settings.imageSize() > 0) {
            return (double) settings.imageSize() / plane.longSide();
        }
        if (settings.diameter() > 0) {
            return limited(spec.favouriteDiameter().orElse(USUAL_DIAMETER) / settings.diameter());
        }
        return spec.favouriteDiameter().isPresent()
                ? limited(bySight(spec.favouriteDiameter().getAsDouble(), look))
                : (double) spec.imageSize() / plane.longSide();
    }

    private double bySight(double favourite, DoubleFunction<OptionalDouble> look) {
        double gain = limited(LOOK_SIDE / plane.longSide());
        double best = gain;
        for (int i = 0; i < LOOKS; i++) {
            OptionalDouble diameter = look.apply(gain);
            if (diameter.isPresent()) {
                best = favourite / diameter.getAsDouble();
                if (diameter.getAsDouble() * gain >= TOO_SMALL) {
                    return best;
                }
            }
            gain = limited(gain * CLOSER);
        }
        return best;
    }

    private static double limited(double gain) {
        return Math.max(MIN_GAIN, Math.min(MAX_GAIN, gain));
    }
}
