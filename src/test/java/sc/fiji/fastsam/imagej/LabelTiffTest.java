package sc.fiji.fastsam.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.Opener;
import ij.measure.Calibration;
import ij.process.ShortProcessor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.testing.Drawn;

class LabelTiffTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"6500, 6500", "65, 130", "0.0325, 0.1", "1, 1", "3.5e-7, 2e6"})
    void thePixelSizeIsThatOfTheImageToSixDigits(double width, double height) throws IOException {
        ImagePlus labels = new ImagePlus("labels", planes(new short[24], 3));
        labels.getCalibration().setUnit("nm");
        labels.getCalibration().pixelWidth = width;
        labels.getCalibration().pixelHeight = height;
        try (OutputStream out = Files.newOutputStream(folder.resolve("labels.tif"))) {
            LabelTiff.write(labels, out);
        }
        ImagePlus read = new Opener().openTiff(folder + "/", "labels.tif");
        assertEquals(width, read.getCalibration().pixelWidth, 1e-6 * width);
        assertEquals(height, read.getCalibration().pixelHeight, 1e-6 * height);
        assertEquals(3, read.getStackSize());
    }

    @Test
    void imageJReadsPixelsColorsAndCalibration() throws IOException {
        Labeling labeling =
                Labeling.of(
                        Drawn.segmentation(6, 4, Drawn.object(0.9, Drawn.mask(2, 1, "##", ".#"))),
                        OverlapRule.SMALLEST_ON_TOP);
        ImagePlus source = new ImagePlus("cells.tif", planes(new short[24], 3));
        source.getCalibration().frameInterval = 2.5;
        source.getCalibration().xOrigin = 7;
        source.getCalibration().pixelWidth = 0.5;
        source.getCalibration().setUnit("\u00b5m");
        PlanePosition second = new PlanePosition(1, 2, 1);
        ImagePlus labels =
                LabelPlus.create(
                        labeling,
                        source,
                        second,
                        ObjectColors.byPlace(labeling.segmentation().objects()));
        Path file = folder.resolve("labels.tif");
        try (OutputStream out = Files.newOutputStream(file)) {
            LabelTiff.write(labels, out);
        }
        ImagePlus read = new Opener().openTiff(folder + "/", "labels.tif");
        assertArrayEquals(
                (short[]) labels.getProcessor().getPixels(),
                (short[]) read.getProcessor().getPixels());
        assertEquals(2.5, read.getCalibration().frameInterval);
        assertEquals(7, read.getCalibration().xOrigin);
        assertEquals(0.5, read.getCalibration().pixelWidth, 1e-9);
        assertEquals("\u00b5m", read.getCalibration().getUnit());
        assertEquals(labels.getStack().getSliceLabel(1), read.getStack().getSliceLabel(1));
        assertEquals("c:1 z:2 t:1", read.getProp("Plane"));
        assertEquals(
                labels.getProcessor().getLut().getRGB(1), read.getProcessor().getLut().getRGB(1));
    }

    /** 70 planes of 2^24 pixels are one array here. */
    @Test
    void aFileOfMoreThan2To31BytesTakesNoMemory() throws IOException {
        ImagePlus large = new ImagePlus("large", planes(new short[1 << 24], 70));
        long[] count = new long[1];
        OutputStream counting =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        count[0]++;
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        count[0] += length;
                    }
                };
        try (OutputStream out = new BufferedOutputStream(counting)) {
            LabelTiff.write(large, out);
        }
        assertTrue(count[0] > 70L * (1 << 25), "bytes: " + count[0]);
    }

    @Test
    void settingsAreThoseThatDifferFromImageJsOwn() {
        Calibration calibration = new Calibration();
        calibration.frameInterval = 0.25;
        calibration.setTimeUnit("min");
        calibration.yOrigin = 3;
        Map<String, String> settings = LabelTiff.settings(calibration, ObjectColors.byLabel(300));
        assertEquals(
                "{finterval=0.25, tunit=min, loop=false, min=0.0, max=300.0, yorigin=3.0,"
                        + " inverty=false}",
                settings.toString());
    }

    private static ImageStack planes(short[] pixels, int count) {
        int height = pixels.length == 24 ? 4 : 4096;
        ImageStack stack = new ImageStack(pixels.length / height, height);
        for (int i = 0; i < count; i++) {
            stack.addSlice(null, new ShortProcessor(pixels.length / height, height, pixels, null));
        }
        return stack;
    }
}
