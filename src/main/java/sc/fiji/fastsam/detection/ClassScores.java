package sc.fiji.fastsam.detection;

import java.util.Arrays;
import sc.fiji.fastsam.detection.Table.Cells;

/**
 * The best class of each candidate of a table with a column a class.
 *
 * @param best score of each candidate's best class
 * @param classes that class, from 0
 */
record ClassScores(float[] best, int[] classes) {

    /** How far 16-bit floats and 8-bit integers may miss 0 and 1. */
    private static final float ROUNDING = 0.01f;

    /**
     * Reads {@code count} columns from {@code firstField} on. NaN is no score.
     *
     * @throws HeadException if all are NaN, which would look like an image without objects
     */
    static ClassScores of(Cells cells, int candidates, int firstField, int count) {
        ClassScores scores = new ClassScores(new float[candidates], new int[candidates]);
        Arrays.fill(scores.best, Float.NEGATIVE_INFINITY);
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < candidates; i++) {
                float score = cells.get(i, firstField + k);
                if (score > scores.best[i]) {
                    scores.best[i] = score;
                    scores.classes[i] = k;
                }
            }
        }
        scores.requireSome();
        return scores;
    }

    /**
     * These, multiplied by another score of each candidate.
     *
     * @throws HeadException if that is NaN for all
     */
    ClassScores times(Cells cells, int field) {
        for (int i = 0; i < best.length; i++) {
            float product = best[i] * cells.get(i, field);
            best[i] = Float.isNaN(product) ? Float.NEGATIVE_INFINITY : product;
        }
        requireSome();
        return this;
    }

    private void requireSome() {
        if (best.length > 0 && areNone()) {
            throw new HeadException(
                    "All "
                            + best.length
                            + " scores of the network are NaN: its model is damaged, or its numbers"
                            + " are too large for 16 bits. Use an fp32 export, or another device.");
        }
    }

    /**
     * These, if they can be scores.
     *
     * @throws HeadException if one is far outside 0..1
     */
    ClassScores checked() {
        for (float score : best) {
            if (score > 1 + ROUNDING || score < -ROUNDING && score != Float.NEGATIVE_INFINITY) {
                throw new HeadException(
                        "The network gives scores such as "
                                + score
                                + "; they must be 0 to 1. It was exported without its last step (a"
                                + " sigmoid), or quantized to 8 bits with its boxes and scores as"
                                + " one. Export it again with that step, and with the head left in"
                                + " floating point.");
            }
        }
        return this;
    }

    private boolean areNone() {
        for (float score : best) {
            if (score != Float.NEGATIVE_INFINITY) {
                return false;
            }
        }
        return true;
    }

    /** True when there are scores and each is exactly 0. */
    boolean areAllZero() {
        for (float score : best) {
            if (score != 0) {
                return false;
            }
        }
        return best.length > 0;
    }
}
