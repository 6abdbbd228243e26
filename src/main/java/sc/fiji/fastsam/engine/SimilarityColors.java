package sc.fiji.fastsam.engine;

import ij.gui.Overlay;
import java.awt.Color;
import java.util.List;

/**
 * Colors of objects by their similarity with words: from blue for the least similar of a plane, by
 * green, to yellow for the most similar.
 */
final class SimilarityColors {

    /** NB: bright on dark and on light ground, and told apart by people who see few colors. */
    private static final Color[] SCALE = {
        new Color(66, 100, 255), new Color(40, 190, 150), new Color(255, 225, 40)
    };

    private SimilarityColors() {}

    /**
     * Colors the outlines of an overlay from a place on.
     *
     * @param similarities of the objects there; NaN = leave its color
     */
    static void apply(Overlay overlay, int first, List<Double> similarities) {
        double least =
                similarities.stream().filter(s -> !s.isNaN()).min(Double::compare).orElse(0.0);
        double most =
                similarities.stream().filter(s -> !s.isNaN()).max(Double::compare).orElse(0.0);
        for (int i = 0; i < similarities.size(); i++) {
            double similarity = similarities.get(i);
            if (!Double.isNaN(similarity)) {
                double share = most > least ? (similarity - least) / (most - least) : 1;
                overlay.get(first + i).setStrokeColor(of(share));
            }
        }
    }

    /** The color of a share, 0..1. */
    static Color of(double share) {
        double place = share * (SCALE.length - 1);
        int below = Math.min(SCALE.length - 2, (int) place);
        double part = place - below;
        Color a = SCALE[below];
        Color b = SCALE[below + 1];
        return new Color(
                mix(a.getRed(), b.getRed(), part),
                mix(a.getGreen(), b.getGreen(), part),
                mix(a.getBlue(), b.getBlue(), part));
    }

    private static int mix(int a, int b, double part) {
        return (int) Math.round(a + (b - a) * part);
    }
}
