package sc.fiji.fastsam.segment;

import java.util.Optional;
import java.util.OptionalDouble;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.settings.Digits;
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
    private final boolean fromNear;

    ScaleChooser(ModelSpec spec, ScaleSettings settings, Size plane) {
        this(spec, settings, plane, false);
    }

    /**
     * @param fromNear whether the first look is at the pixels as they are, and where that shows
     *     large things others from nearer follow, so that cells are not taken for parts of the
     *     tissue that they make
     */
    ScaleChooser(ModelSpec spec, ScaleSettings settings, Size plane, boolean fromNear) {
        this.fromNear = fromNear;
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
            return Scale.of(possible(favorite() / diameter));
        }
        return favorite.isPresent()
                ? new ScaleSearch(favorite.getAsDouble(), plane, sight, fromNear).find()
                : Scale.of(ofWhole());
    }

    /** At which the network sees the whole plane in an input of the size that it was made for. */
    private double ofWhole() {
        int side = spec.imageSize();
        Size input = spec.input().fixedSize().orElse(new Size(side, side));
        return Math.min(
                (double) input.width() / plane.width(), (double) input.height() / plane.height());
    }

    /** What a user should know of a stated diameter that is not used as it was stated. */
    Optional<Note> note() {
        double diameter = settings.diameter().pixels();
        if (diameter > 0 && settings.imageSize() > 0) {
            return stated("diameter is not used, as image_size is stated");
        }
        double gain = favorite() / diameter;
        double used = favorite() / possible(gain);
        return diameter > 0 && possible(gain) != gain
                ? stated(
                        "diameter was taken as "
                                + Digits.text(used, 3)
                                + " px, the "
                                + (used > diameter ? "smallest" : "largest")
                                + " that can be asked of this network, in place of "
                                + Digits.text(diameter, 3)
                                + " px")
                : Optional.empty();
    }

    private static Optional<Note> stated(String text) {
        return Optional.of(new Note(Note.Kind.STATED_SCALE, text));
    }

    private double favorite() {
        return spec.favoriteDiameter().orElse(USUAL_DIAMETER);
    }

    private static double possible(double gain) {
        return Math.max(ScaleSearch.MIN_GAIN, Math.min(gain, MAX_GAIN));
    }
}
