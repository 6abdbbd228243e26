package sc.fiji.fastsam.evaluate;

import java.util.Arrays;
import java.util.Collection;

/**
 * Objects of the truth and of a prediction, matched one to one.
 *
 * <p>At an IoU above 0.5 an object can have at most one partner, so no choice is left; two objects
 * that split a third into equal halves reach exactly 0.5, and one of them counts. Hence the
 * matching at 0.5 is the best one for every higher threshold too.
 *
 * @param truth number of objects in the truth
 * @param predicted number of objects in the prediction
 * @param ious IoU of each matched pair, 0.5 or more, best first
 */
public record Matching(int truth, int predicted, double[] ious) {

    /** IoU thresholds 0.5, 0.55, ... 0.95. */
    private static final double[] THRESHOLDS =
            Arrays.stream(new int[] {50, 55, 60, 65, 70, 75, 80, 85, 90, 95})
                    .mapToDouble(percent -> percent / 100.0)
                    .toArray();

    /** The thresholds of {@link #meanAveragePrecision}: 0.5, 0.55, ... 0.95. */
    public static double[] thresholds() {
        return THRESHOLDS.clone();
    }

    /**
     * Matches two label images.
     *
     * @throws IllegalArgumentException if their sizes differ
     */
    public static Matching of(LabelImage truth, LabelImage predicted) {
        if (!truth.size().equals(predicted.size())) {
            throw new IllegalArgumentException(
                    "is "
                            + predicted.size()
                            + ", but the truth is "
                            + truth.size()
                            + ". Both must have the same size.");
        }
        return new Overlaps(truth.ids(), predicted.ids()).match();
    }

    /** All objects of several images together. */
    public static Matching pool(Collection<Matching> matchings) {
        int truth = matchings.stream().mapToInt(Matching::truth).sum();
        int predicted = matchings.stream().mapToInt(Matching::predicted).sum();
        double[] ious =
                matchings.stream().flatMapToDouble(m -> Arrays.stream(m.ious)).sorted().toArray();
        for (int i = 0, j = ious.length - 1; i < j; i++, j--) {
            double swap = ious[i];
            ious[i] = ious[j];
            ious[j] = swap;
        }
        return new Matching(truth, predicted, ious);
    }

    /** Pairs with at least this IoU, which must be 0.5 or more. */
    public int truePositives(double threshold) {
        if (!(threshold >= 0.5)) {
            throw new IllegalArgumentException(
                    "The IoU threshold must be 0.5 or more, but was " + threshold + ".");
        }
        return (int) Arrays.stream(ious).filter(iou -> iou >= threshold).count();
    }

    /** Predicted objects without a partner. */
    public int falsePositives(double threshold) {
        return predicted - truePositives(threshold);
    }

    /** Objects of the truth without a partner. */
    public int falseNegatives(double threshold) {
        return truth - truePositives(threshold);
    }

    /** TP / (TP + FP + FN); 1 when there is nothing to find and nothing found. */
    public double averagePrecision(double threshold) {
        int hits = truePositives(threshold);
        return share(hits, truth + predicted - hits);
    }

    /** Mean of the average precision over the thresholds. */
    public double meanAveragePrecision() {
        return Arrays.stream(THRESHOLDS).map(this::averagePrecision).average().orElse(0);
    }

    /** TP / (TP + FP); 1 when nothing is predicted. */
    public double precision(double threshold) {
        return share(truePositives(threshold), predicted);
    }

    /** TP / (TP + FN); 1 when there is nothing to find. */
    public double recall(double threshold) {
        return share(truePositives(threshold), truth);
    }

    /** Mean IoU of the matched pairs; NaN without one. */
    public double meanMatchedIou() {
        return Arrays.stream(ious).average().orElse(Double.NaN);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
