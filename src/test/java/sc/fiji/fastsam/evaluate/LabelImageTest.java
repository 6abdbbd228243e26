package sc.fiji.fastsam.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelImageTest {

    @Test
    void idsOfAllDepthsAreRead() {
        assertIds(new ByteProcessor(3, 1, new byte[] {0, (byte) 200, 3}), 0, 200, 3);
        assertIds(new ShortProcessor(2, 1, new short[] {(short) 65535, 1}, null), 65535, 1);
        assertIds(new FloatProcessor(2, 1, new float[] {16777215, 0}), 16777215, 0);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, 3e7f, 16777216})
    void valuesThatAreNoIdsAreNamed(float value) {
        ImagePlus image = new ImagePlus("x", new FloatProcessor(2, 1, new float[] {1, value}));
        Exception e = assertThrows(IllegalArgumentException.class, () -> LabelImage.of(image, 1));
        assertTrue(e.getMessage().contains("value " + value), e.getMessage());
    }

    @Test
    void signed16BitLabelsAreThoseOfTheFileAndTheirZerosBackground() {
        ShortProcessor stored = new ShortProcessor(3, 1);
        stored.set(0, 32768);
        stored.set(1, 32769);
        stored.set(2, 33068);
        ImagePlus image = new ImagePlus("int16", stored);
        image.getCalibration().setSigned16BitCalibration();
        assertArrayEquals(new int[] {0, 1, 300}, LabelImage.of(image, 1).ids());
    }

    @Test
    void calibratedValuesAreThoseOfTheCalibration() {
        ImagePlus image = new ImagePlus("x", new ByteProcessor(2, 1, new byte[] {10, 12}));
        image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {-5, 0.5}, "");
        assertArrayEquals(new int[] {0, 1}, LabelImage.of(image, 1).ids());
    }

    @Test
    void colorIsRefused() {
        ImagePlus image = new ImagePlus("x", new ColorProcessor(2, 1));
        Exception e = assertThrows(IllegalArgumentException.class, () -> LabelImage.of(image, 1));
        assertTrue(e.getMessage().contains("color"), e.getMessage());
    }

    private static void assertIds(ImageProcessor ip, int... expected) {
        assertArrayEquals(expected, LabelImage.of(new ImagePlus("x", ip), 1).ids());
    }
}
