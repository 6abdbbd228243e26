package sc.fiji.fastsam.image;

import sc.fiji.fastsam.concurrent.AtOnce;
import sc.fiji.fastsam.settings.Stain;

/**
 * How much of a stain lies at the pixels of a section in bright field, by color deconvolution: the
 * optical density of a pixel in red, green and blue is the sum of those of hematoxylin, eosin and
 * diaminobenzidine (Ruifrok and Johnston, Anal Quant Cytol Histol 23, 2001, with the densities
 * given there). Bright is much of the stain; without any it is about 0.
 */
public final class StainDensity {

    /** Optical densities in red, green and blue. */
    private static final double[] HEMATOXYLIN = {0.65, 0.70, 0.29};

    private static final double[] EOSIN = {0.07, 0.99, 0.11};
    private static final double[] DAB = {0.27, 0.57, 0.78};

    /** What each value of red, green and blue adds. */
    private final float[][] tables;

    private StainDensity(double[] wanted, double[] second, double[] third) {
        // NB: a density that neither of the other two has any part in.
        double[] apart = cross(second, third);
        double unit = dot(wanted, apart);
        tables = new float[3][256];
        for (int color = 0; color < 3; color++) {
            for (int value = 0; value < 256; value++) {
                double density = -Math.log10((value + 1) / 256.0);
                tables[color][value] = (float) (density * apart[color] / unit);
            }
        }
    }

    /**
     * @param stain not {@link Stain#NONE}
     */
    public static StainDensity of(Stain stain) {
        return switch (stain) {
            case HEMATOXYLIN -> new StainDensity(HEMATOXYLIN, EOSIN, DAB);
            case EOSIN -> new StainDensity(EOSIN, DAB, HEMATOXYLIN);
            case DAB -> new StainDensity(DAB, HEMATOXYLIN, EOSIN);
            case NONE -> throw new IllegalArgumentException("none is no stain.");
        };
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** At packed 0xAARRGGBB pixels, in their order; alpha is ignored. */
    public float[] at(int[] argb) {
        float[] values = new float[argb.length];
        AtOnce.ranges(
                argb.length,
                (from, end) -> {
                    for (int i = from; i < end; i++) {
                        values[i] =
                                tables[0][argb[i] >> 16 & 0xff]
                                        + tables[1][argb[i] >> 8 & 0xff]
                                        + tables[2][argb[i] & 0xff];
                    }
                });
        return values;
    }
}
