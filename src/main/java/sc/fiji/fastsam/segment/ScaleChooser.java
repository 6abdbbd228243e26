package sc.fiji.fastsam.segment;

import java.util.OptionalDouble;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.settings.ScaleSettings;

/**
 * Chooses how many network pixels a source pixel becomes, so that typical objects meet the network
 * at the size it sees best: as stated, or by sight.
 */
final class ScaleChooser {

    /** The favorite diameter assumed for a network that states none, in network pixels. */
    static final double USUAL_DIAMETER = 40;

    private static final double MAX_GAIN = 8;

    private final ModelSpec spec;
    private final ScaleSettings settings;
    private final Size plane;
    private final boolean onlyNearer;

    ScaleChooser(ModelSpec spec, ScaleSettings settings, Size plane) {
        this(spec, settings, plane, false);
    }

    /**
     * @param onlyNearer whether what is doubtful is never looked at from farther off, so that cells
     *     are not taken for parts of the tissue that they make
     */
    ScaleChooser(ModelSpec spec, ScaleSettings settings, Size plane, boolean onlyNearer) {
        this.onlyNearer = onlyNearer;
        this.spec = spec;
        this.settings = settings;
        this.plane = plane;
    }

    /** Looks only where nothing else tells the scale. */
    Scale choose(Sight sight) {
        if (settings.imageSize() > 0) {
            return Scale.of((double) settings.imageSize() / plane.longSide());
        }
        OptionalDouble favorite = spec.favoriteDiameter();
        double diameter = settings.diameter().pixels();
        if (diameter > 0) {
            double gain = favorite.orElse(USUAL_DIAMETER) / diameter;
            return Scale.of(Math.max(ScaleSearch.MIN_GAIN, Math.min(gain, MAX_GAIN)));
        }
        return favorite.isPresent()
                ? new ScaleSearch(favorite.getAsDouble(), plane, sight, onlyNearer).find()
                : Scale.of((double) spec.imageSize() / plane.longSide());
    }
}
