package sc.fiji.fastsam.imagej.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.testing.Drawn;

class IntensitiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"8-bit", "16-bit", "32-bit"})
    void anObjectIsMeasuredInBandsOfRows(String type) {
        float[] values = {1, 2, 3, 4, 5, 6, 70, 8, 9, 10, 11, 12};
        ImageProcessor floats = new FloatProcessor(3, 4, values);
        ImageProcessor pixels =
                switch (type) {
                    case "8-bit" -> floats.convertToByte(false);
                    case "16-bit" -> floats.convertToShort(false);
                    default -> floats;
                };
        MeasuredPlane plane = MeasuredPlane.of(new ImagePlus("", pixels), PlanePosition.FIRST);
        Mask mask = Drawn.mask(0, 0, "#.#", "##.", "#..", ".##");
        Intensities bands = Intensities.of(mask, plane, 6);
        assertEquals(1 + 3 + 4 + 5 + 70 + 11 + 12, bands.sum());
        assertEquals(106 / 7.0, bands.mean(), 1e-12);
        assertEquals(1, bands.min());
        assertEquals(70, bands.max());
        Intensities atOnce = Intensities.of(mask, plane);
        assertEquals(atOnce.standardDeviation(), bands.standardDeviation());
    }

    /** The sum of its squares is beyond 2^63; each part has the same pixels. */
    @Test
    void sumsOfTheLargestObjectsAreExact() {
        int width = 65_536;
        short[] bright = new short[width * 512];
        Arrays.fill(bright, (short) 65_535);
        ImageProcessor processor = new ShortProcessor(width, 512, bright, null);
        MeasuredPlane plane =
                new MeasuredPlane(
                        new Size(width, 33_000),
                        region -> new MeasuredPlane.Part(processor, region.x(), region.y()),
                        new Calibration(),
                        PlanePosition.FIRST,
                        RoiPlace.of(
                                new ImagePlus("", new ByteProcessor(1, 1)), PlanePosition.FIRST));
        Mask mask = Mask.ofRegion(new Region(0, 0, width, 33_000));
        Intensities all = Intensities.of(mask, plane);
        assertEquals(65_535, all.mean());
        assertEquals(0, all.standardDeviation());
        assertEquals(65_535.0 * width * 33_000, all.sum());
    }
}
