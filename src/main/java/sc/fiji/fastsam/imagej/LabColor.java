package sc.fiji.fastsam.imagej;

/** Colors in CIE L*a*b*, in which distances are as eyes see them. */
final class LabColor {

    private LabColor() {}

    /** As bright as shows on black, as dark as shows on white, and no gray. */
    static boolean showsOnAnyGround(int rgb) {
        double[] lab = of(rgb);
        return lab[0] >= 50 && lab[0] <= 85 && Math.hypot(lab[1], lab[2]) >= 55;
    }

    /** CIE L*a*b* of an sRGB color, white point D65. */
    static double[] of(int rgb) {
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
