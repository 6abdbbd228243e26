package sc.fiji.fastsam.segment;

import java.util.List;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.DetectionSettings;

/**
 * The objects of a plane's level that the network is sure enough of.
 *
 * <p>Where no smallest score is stated, the objects tell it: in an image whose objects have high
 * scores, one of a low score is most often none; in an image of a kind that the network knows less
 * well, all scores are low. The numbers were measured on held-out images (RUNS.md).
 *
 * @param objects left, in their order
 * @param least smallest score that an object needed, 0..1
 */
record SureObjects(List<SegmentedObject> objects, double least) {

    /** Share of the typical score that an object needs. */
    private static final double SHARE = 0.55;

    /** An object of a higher score is always one. */
    private static final double ALWAYS = 0.55;

    /** Chooses by the settings. */
    static SureObjects of(List<SegmentedObject> found, DetectionSettings settings) {
        if (!settings.isAutomatic()) {
            return new SureObjects(found, settings.confidence());
        }
        double typical = Scores.typical(found, SegmentedObject::score);
        double least = Math.max(settings.leastScore(), Math.min(SHARE * typical, ALWAYS));
        return new SureObjects(found.stream().filter(o -> o.score() >= least).toList(), least);
    }
}
