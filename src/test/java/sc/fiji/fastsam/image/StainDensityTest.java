package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.Stain;

class StainDensityTest {

    /** What a pixel of 8 bits leaves open. */
    private static final double ROUNDING = 0.01;

    private static final InputSettings EXTREMES = new InputSettings(Contrast.PERCENTILES, 0, 100);

    /** A pixel that light has gone through so much of each stain at. */
    private static int pixel(double hematoxylin, double eosin, double dab) {
        double red = 0.65 * hematoxylin + 0.07 * eosin + 0.27 * dab;
        double green = 0.70 * hematoxylin + 0.99 * eosin + 0.57 * dab;
        double blue = 0.29 * hematoxylin + 0.11 * eosin + 0.78 * dab;
        return 0xff000000 | value(red) << 16 | value(green) << 8 | value(blue);
    }

    private static int value(double density) {
        return (int) Math.round(256 * Math.pow(10, -density)) - 1;
    }

    @Test
    void eachStainIsToldFromTheOthers() {
        double[][] amounts = {{0, 0, 0}, {0.4, 0, 0}, {0, 0.3, 0}, {0, 0, 0.5}, {0.3, 0.1, 0.2}};
        int[] pixels = new int[amounts.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixel(amounts[i][0], amounts[i][1], amounts[i][2]);
        }
        float[] hematoxylin = StainDensity.of(Stain.HEMATOXYLIN).at(pixels);
        float[] eosin = StainDensity.of(Stain.EOSIN).at(pixels);
        float[] dab = StainDensity.of(Stain.DAB).at(pixels);
        for (int i = 0; i < pixels.length; i++) {
            assertEquals(amounts[i][0], hematoxylin[i], ROUNDING, "hematoxylin at " + i);
            assertEquals(amounts[i][1], eosin[i], ROUNDING, "eosin at " + i);
            assertEquals(amounts[i][2], dab[i], ROUNDING, "dab at " + i);
        }
    }

    @Test
    void aPlaneOfOneStainIsStretchedAsGrayIs() {
        int[] pixels = {pixel(0, 0, 0), pixel(0.6, 0, 0.2), pixel(0.3, 0, 0.7)};
        RgbImage plane =
                PlaneReader.read(
                        ArrayImgs.argbs(pixels, 3, 1), EXTREMES.withStain(Stain.HEMATOXYLIN));
        assertTrue(plane.isGray());
        assertArrayEquals(new float[] {0, 1, 0.5f}, plane.red(), 0.02f);
    }

    @Test
    void grayValuesHaveNoStains() {
        InputSettings dab = EXTREMES.withStain(Stain.DAB);
        assertEquals(
                "stain must be none for gray values, but was dab: it needs an image of ARGBType.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PlaneReader.read(ArrayImgs.unsignedBytes(3, 2), dab))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> StainDensity.of(Stain.NONE));
    }
}
