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
        double[][] lab =
                Arrays.stream(candidates).mapToObj(WellSeparated::lab).toArray(double[][]::new);
        double[] distance = new double[lab.length];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        lower(distance, lab, lab(0));
        lower(distance, lab, lab(WHITE));
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
                    if (isVivid(lab(rgb))) {
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

    /** As bright as shows on black, as dark as shows on white, and no gray. */
    static boolean showsOnAnyGround(int rgb) {
        double[] lab = lab(rgb);
        return lab[0] >= 50 && lab[0] <= 85 && Math.hypot(lab[1], lab[2]) >= 55;
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

    /** CIE L*a*b* of an sRGB color, white point D65. */
    static double[] lab(int rgb) {
        double r = linear(rgb >> 16 & 0xff);
        double g = linear(rgb >> 8 & 0xff);
        double b = linear(rgb & 0xff);
        double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
        double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
        double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
