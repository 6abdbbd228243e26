package sc.fiji.fastsam.imagej;

import java.awt.image.IndexColorModel;

/**
 * What a color table does to gray values: keeps their order, reverses it, or means colors.
 *
 * <p>Gray tables and false colors (green, fire, ...) get steadily brighter, inverting ones steadily
 * darker. A table that does neither is the palette of a color image. The first and the last entry
 * do not count, as some tables mark saturated pixels with them.
 */
enum LutKind {
    RAMP,
    INVERTED,
    PALETTE;

    /** Share of steps in the wrong direction that is still steady. */
    private static final double TOLERANCE = 0.05;

    static LutKind of(IndexColorModel colors) {
        double up = 0;
        double down = 0;
        for (int i = 2; i < colors.getMapSize() - 1; i++) {
            double step = luminance(colors, i) - luminance(colors, i - 1);
            up += Math.max(0, step);
            down -= Math.min(0, step);
        }
        if (down <= TOLERANCE * up) {
            return RAMP;
        }
        return up <= TOLERANCE * down ? INVERTED : PALETTE;
    }

    private static double luminance(IndexColorModel colors, int i) {
        return 0.299 * colors.getRed(i) + 0.587 * colors.getGreen(i) + 0.114 * colors.getBlue(i);
    }
}
