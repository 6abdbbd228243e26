package sc.fiji.fastsam.segment;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.settings.ScaleSettings;

/**
 * Chooses how many network pixels a source pixel becomes, so that typical objects meet the network
 * at the size it sees best.
 *
 * <p>Without a hint, a look at the plane tells the typical diameter and with it the gain. A look
 * from far off sees only large objects, one from too near only parts: where the wanted gain is far
 * from that of the look, the next look is made from there. A look from about the right gain is
 * already the result. Only a look that shows something for sure brings the image nearer than the
 * first one: noise, seen closely, looks like dim objects.
 */
final class ScaleChooser {

    /** Longer side of the first look, in network pixels, and limits of its gain. */
    private static final double LOOK_SIDE = 640;

    private static final double MIN_LOOK_GAIN = 0.35;
    private static final double MAX_LOOK_GAIN = 2;

    private static final int LOOKS = 3;

    /** A look within this factor of the wanted gain is believed. */
    private static final double CLOSE = 1.5;

    /** A look within this factor of the wanted gain serves as the result. */
    private static final double SAME = 1.2;

    /** A look whose best score is below this shows nothing for sure. */
    private static final double SURE = 0.6;

    /** Further looks are at most so much nearer or farther. */
    private static final double STEP = 2.5;

    /** The favorite diameter assumed for a network that states none, in network pixels. */
    private static final double USUAL_DIAMETER = 40;

    private static final double MIN_GAIN = 1 / 16.0;
    private static final double MAX_GAIN = 8;

    /** NB: seen from nearer, noise looks like objects; who has so small ones gives a diameter. */
    private static final double MAX_AUTOMATIC_GAIN = 4;

    private final ModelSpec spec;
    private final ScaleSettings settings;
    private final Size plane;

    ScaleChooser(ModelSpec spec, ScaleSettings settings, Size plane) {
        this.spec = spec;
        this.settings = settings;
        this.plane = plane;
    }

    /**
     * @param look looks at the plane at a gain
     */
    Scale choose(DoubleFunction<Look> look) {
        if (settings.imageSize() > 0) {
            return Scale.of((double) settings.imageSize() / plane.longSide());
        }
        OptionalDouble favorite = spec.favoriteDiameter();
        double diameter = settings.diameter().pixels();
        if (diameter > 0) {
            return Scale.of(limited(favorite.orElse(USUAL_DIAMETER) / diameter));
        }
        return favorite.isPresent()
                ? bySight(favorite.getAsDouble(), look)
                : Scale.of((double) spec.imageSize() / plane.longSide());
    }

    private Scale bySight(double favorite, DoubleFunction<Look> look) {
        double first = between(MIN_LOOK_GAIN, LOOK_SIDE / plane.longSide(), MAX_LOOK_GAIN);
        double gain = first;
        double wanted = first;
        boolean sure = false;
        for (int i = 0; i < LOOKS; i++) {
            Look seen = look.apply(gain);
            sure |= seen.bestScore() >= SURE;
            wanted = wanted(favorite, seen, first);
            double change = Math.max(wanted / gain, gain / wanted);
            if (change <= SAME && seen.whole().isPresent() && (sure || gain <= first)) {
                return new Scale(gain, seen.whole());
            }
            if (change <= CLOSE) {
                break;
            }
            gain = between(gain / STEP, wanted, gain * STEP);
        }
        return Scale.of(sure ? wanted : Math.min(wanted, first));
    }

    /** NB: a look that shows nothing is taken to be from too far off; if it was near, too near. */
    private static double wanted(double favorite, Look seen, double first) {
        double gain =
                seen.diameter().isPresent()
                        ? favorite / seen.diameter().getAsDouble()
                        : seen.gain() > first ? first / 2 : first * 2;
        return between(MIN_GAIN, gain, MAX_AUTOMATIC_GAIN);
    }

    private static double limited(double gain) {
        return between(MIN_GAIN, gain, MAX_GAIN);
    }

    private static double between(double low, double value, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
