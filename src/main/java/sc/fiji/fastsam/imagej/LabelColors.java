package sc.fiji.fastsam.imagej;

import ij.process.LUT;
import java.awt.Color;

/**
 * Colors of labels: 0 is black, the 255 others are far from each other and from black and white,
 * the first ones most. The same in every run.
 */
public final class LabelColors {

    private static final int COUNT = 256;
    private static final int[] RGB = WellSeparated.colors(COUNT);

    private LabelColors() {}

    /** A color table with them. */
    public static LUT lut() {
        byte[] red = new byte[COUNT];
        byte[] green = new byte[COUNT];
        byte[] blue = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            red[i] = (byte) (RGB[i] >> 16);
            green[i] = (byte) (RGB[i] >> 8);
            blue[i] = (byte) RGB[i];
        }
        return new LUT(red, green, blue);
    }

    /** The color of a label; above 255 they repeat without black. */
    public static Color of(int label) {
        return new Color(RGB[label == 0 ? 0 : 1 + (label - 1) % (COUNT - 1)]);
    }
}
