package sc.fiji.fastsam.imagej;

import java.util.Arrays;

/**
 * Colors chosen one after the other, each the farthest from all before it in CIE L*a*b* (the idea
 * of Glasbey et al., 2007, Color Research and Application 32).
 */
final class WellSeparated {

    private static final int STEP = 15;
    private static final double MIN_LIGHTNESS = 45;
    private static final double MIN_CHROMA = 35;
    private static final int WHITE = 0xffffff;

    private WellSeparated() {}

    /** Black and the farthest colors that are neither dark nor grayish nor near white. */
    static int[] colors(int count) {
        int[] candidates = candidates();
        double[][] lab = Arrays.stream(candidates).mapToObj(LabColor::of).toArray(double[][]::new);
        double[] distance = new double[lab.length];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        lower(distance, lab, LabColor.of(0));
        lower(distance, lab, LabColor.of(WHITE));
        int[] colors = new int[count];
        for (int i = 1; i < count; i++) {
            int farthest = farthest(distance);
            colors[i] = candidates[farthest];
            lower(distance, lab, lab[farthest]);
        }
        return colors;
    }

    private static int[] candidates() {
        int side = 255 / STEP + 1;
        int[] all = new int[side * side * side];
        int n = 0;
        for (int r = 0; r < side; r++) {
            for (int g = 0; g < side; g++) {
                for (int b = 0; b < side; b++) {
                    int rgb = (r << 16 | g << 8 | b) * STEP;
                    if (isVivid(LabColor.of(rgb))) {
                        all[n++] = rgb;
                    }
                }
            }
        }
        return Arrays.copyOf(all, n);
    }

    /** Shows as an outline on gray, light or dark. */
    private static boolean isVivid(double[] lab) {
        return lab[0] >= MIN_LIGHTNESS && Math.hypot(lab[1], lab[2]) >= MIN_CHROMA;
    }

    private static void lower(double[] distance, double[][] lab, double[] chosen) {
        for (int i = 0; i < distance.length; i++) {
            double l = lab[i][0] - chosen[0];
            double a = lab[i][1] - chosen[1];
            double b = lab[i][2] - chosen[2];
            distance[i] = Math.min(distance[i], l * l + a * a + b * b);
        }
    }

    private static int farthest(double[] distance) {
        int best = 0;
        for (int i = 1; i < distance.length; i++) {
            best = distance[i] > distance[best] ? i : best;
        }
        return best;
    }
}
