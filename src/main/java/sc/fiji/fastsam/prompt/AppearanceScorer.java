package sc.fiji.fastsam.prompt;

import java.util.List;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * Says how well objects fit something by what they look like, as words do. A prompt that chooses by
 * looks has one and asks {@link Candidates#scores}.
 */
@FunctionalInterface
public interface AppearanceScorer {

    /**
     * A score for each object, in their order; the greater, the better it fits.
     *
     * @param plane pixels, 0..1
     * @param objects of this plane, in its pixels
     * @param progress told how far it is
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    double[] scores(RgbPlane plane, List<SegmentedObject> objects, Progress progress);
}
