package sc.fiji.fastsam.prompt;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskVote;
import sc.fiji.fastsam.mask.SegmentedObject;

/** The object on which those proposals agree that fit a box about as well as the best. */
final class BoxVote {

    /** NB: measured (docs/accuracy.md); 0.03 to 0.1 differ by 0.01. */
    private static final double ABOUT = 0.06;

    private BoxVote() {}

    private record Fit(SegmentedObject proposal, double value) {}

    /**
     * The pixels in masks with more than half of the scores, with the box of the proposal that fits
     * best and the best score of all.
     *
     * @param proposals one at least, in any order
     * @param fit how well one fits the box, 0..1
     */
    static SegmentedObject among(
            List<SegmentedObject> proposals, ToDoubleFunction<SegmentedObject> fit) {
        List<SegmentedObject> voters = voters(proposals, fit);
        SegmentedObject best = voters.get(0);
        Mask agreed = MaskVote.majority(voters);
        float score = (float) voters.stream().mapToDouble(SegmentedObject::score).max().orElse(0);
        return new SegmentedObject(
                agreed.isEmpty() ? best.mask() : agreed, best.boxInSource(), score);
    }

    /** Those that fit about as well as the best, which comes first. */
    private static List<SegmentedObject> voters(
            List<SegmentedObject> proposals, ToDoubleFunction<SegmentedObject> fit) {
        List<Fit> byFit =
                proposals.stream()
                        .map(proposal -> new Fit(proposal, fit.applyAsDouble(proposal)))
                        .sorted(Comparator.comparingDouble(f -> -f.value))
                        .toList();
        double least = byFit.get(0).value - ABOUT;
        return byFit.stream().takeWhile(f -> f.value >= least).map(Fit::proposal).toList();
    }
}
