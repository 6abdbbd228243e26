package sc.fiji.fastsam.imagej.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that ImageJ wrote: all that ImageJ's own opener gives back is there. */
class LikeImageJTest {

    private static final int WIDTH = 17;
    private static final int HEIGHT = 11;

    @TempDir private Path folder;

    @Test
    void compositesKeepTablesRangesAndMode() throws IOException {
        for (int mode : new int[] {IJ.COMPOSITE, IJ.COLOR, IJ.GRAYSCALE}) {
            CompositeImage image = new CompositeImage(stack(16, 2, 3, 2), mode);
            image.setChannelLut(LUT.createLutFromColor(Color.ORANGE), 1);
            image.setChannelLut(LUT.createLutFromColor(Color.CYAN), 2);
            image.setPosition(1, 1, 1);
            image.setDisplayRange(100, 9000);
            image.setPosition(2, 1, 1);
            image.setDisplayRange(7, 54321);
            assertSame(image);
        }
    }

    @Test
    void singleImagesKeepTheirRange() throws IOException {
        for (int depth : new int[] {8, 16, 32}) {
            ImagePlus image = stack(depth, 1, 1, 1);
            image.setDisplayRange(12, 99);
            assertSame(image);
            ImagePlus stack = stack(depth, 1, 5, 1);
            stack.setDisplayRange(12, 99);
            assertSame(stack);
        }
    }

    @Test
    void tablesOfSingleImagesStay() throws IOException {
        for (int depth : new int[] {8, 16, 32}) {
            ImagePlus image = stack(depth, 1, 1, 1);
            image.setLut(LUT.createLutFromColor(Color.MAGENTA));
            assertSame(image);
            ImagePlus inverted = stack(depth, 1, 1, 1);
            inverted.getProcessor().invertLut();
            assertSame(inverted);
        }
    }

    @Test
    void selectionsOverlaysLabelsAndNotesStay() throws IOException {
        ImagePlus image = stack(8, 1, 3, 1);
        image.setRoi(new OvalRoi(2, 3, 5, 6));
        Overlay overlay = new Overlay(new Roi(1, 1, 4, 4));
        overlay.add(new OvalRoi(5, 5, 3, 3));
        overlay.drawNames(true);
        image.setOverlay(overlay);
        image.setProperty("Info", "taken on a Thursday");
        image.setProp("user", "somebody");
        for (int i = 1; i <= 3; i++) {
            image.getStack().setSliceLabel("plane " + i, i);
        }
        assertSame(image);
    }

    @Test
    void selectionsThatMakeNoSenseAreRefused() throws IOException {
        for (boolean selected : new boolean[] {true, false}) {
            ImagePlus image = stack(8, 1, 1, 1);
            Roi roi = new OvalRoi(2, 3, 5, 6);
            if (selected) {
                image.setRoi(roi);
            } else {
                image.setOverlay(new Overlay(roi));
            }
            Path file = replaced(image, "Iout", "Jout");
            String message =
                    assertThrows(IOException.class, () -> ImageFiles.open(file)).getMessage();
            assertTrue(message.startsWith("is damaged: its selection, or a region"), message);
        }
    }

    /** NB: ImageJ looks for the name before the first byte. */
    @Test
    void selectionsWhoseNameIsNowhereAreRefused() throws IOException {
        ImagePlus image = stack(8, 1, 1, 1);
        Roi roi = new OvalRoi(2, 3, 5, 6);
        roi.setName("abc");
        image.setRoi(roi);
        Path file = replaced(image, "Iout", "Iout");
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
        int start = new String(all.array(), StandardCharsets.ISO_8859_1).indexOf("Iout");
        int secondHeader = start + all.getInt(start + 60);
        all.putInt(secondHeader + 16, -100);
        Files.write(file, all.array());
        String message = assertThrows(IOException.class, () -> ImageFiles.open(file)).getMessage();
        assertTrue(message.startsWith("is damaged: its selection, or a region"), message);
    }

    @Test
    void calibrationsStay() throws IOException {
        ImagePlus image = stack(16, 1, 2, 3);
        Calibration c = image.getCalibration();
        c.pixelWidth = 0.25;
        c.pixelHeight = 0.5;
        c.pixelDepth = 1.5;
        c.setUnit("micron");
        c.frameInterval = 12;
        c.setTimeUnit("min");
        c.xOrigin = 3;
        c.yOrigin = 4;
        c.setFunction(Calibration.STRAIGHT_LINE, new double[] {1, 0.5}, "mol");
        assertSame(image);
        c.setSigned16BitCalibration();
        assertSame(image);
        c.setUnit("nm");
        c.setFunction(Calibration.POLY2, new double[] {1, 2, 3}, "OD");
        assertSame(image);
    }

    @ParameterizedTest
    @CsvSource({"vunit=,wunit=", "cf=11,cf=14"})
    void functionsWithoutAUnitOrOfUnknownNumbersAreNone(String text, String other)
            throws IOException {
        Path file = calibrated(Calibration.EXP_WITH_OFFSET, text, other);
        for (ImagePlus image :
                new ImagePlus[] {new Opener().openImage(file.toString()), ImageFiles.open(file)}) {
            assertEquals(Calibration.NONE, image.getCalibration().getFunction());
        }
    }

    @Test
    void functionsWithTooFewCoefficientsAreRefused() throws IOException {
        Path file = calibrated(Calibration.EXP_WITH_OFFSET, "c2=3", "d2=3");
        String message = assertThrows(IOException.class, () -> ImageFiles.open(file)).getMessage();
        assertTrue(message.startsWith("is damaged: the calibration of its values"), message);
    }

    /** An 8-bit image with a function of three coefficients and some text of its file replaced. */
    private Path calibrated(int function, String text, String other) throws IOException {
        ImagePlus image = stack(8, 1, 1, 1);
        image.getCalibration().setFunction(function, new double[] {1, 2, 3}, "mol");
        return replaced(image, text, other);
    }

    private Path replaced(ImagePlus image, String text, String other) throws IOException {
        Path file = folder.resolve("x.tif");
        new FileSaver(image).saveAsTiff(file.toString());
        String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertTrue(all.contains(text), all.substring(0, 300));
        return Files.write(file, all.replace(text, other).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void colorStacksStay() throws IOException {
        assertSame(stack(24, 1, 1, 1));
        assertSame(stack(24, 1, 4, 1));
        assertSame(stack(24, 1, 2, 3));
    }

    private static ImagePlus stack(int depth, int channels, int slices, int frames) {
        Random random = new Random(5);
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int i = 0; i < channels * slices * frames; i++) {
            ImageProcessor plane =
                    switch (depth) {
                        case 8 -> new ByteProcessor(WIDTH, HEIGHT);
                        case 16 -> new ShortProcessor(WIDTH, HEIGHT);
                        case 24 -> new ColorProcessor(WIDTH, HEIGHT);
                        default -> new FloatProcessor(WIDTH, HEIGHT);
                    };
            for (int p = 0; p < WIDTH * HEIGHT; p++) {
                if (depth == 32) {
                    plane.setf(p, random.nextFloat() * 300 - 20);
                } else {
                    plane.set(p, random.nextInt(depth == 8 ? 256 : depth == 16 ? 65536 : 1 << 24));
                }
            }
            stack.addSlice(plane);
        }
        ImagePlus image = new ImagePlus("x", stack);
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack(channels > 1 || frames > 1);
        return image;
    }

    private void assertSame(ImagePlus image) throws IOException {
        Path file = folder.resolve("x.tif");
        new FileSaver(image).saveAsTiff(file.toString());
        ImagePlus theirs = new Opener().openTiff(folder + "/", "x.tif");
        ImagePlus ours = ImageFiles.open(file);
        assertArrayEquals(theirs.getDimensions(), ours.getDimensions());
        assertEquals(theirs.getType(), ours.getType());
        assertEquals(theirs.isHyperStack(), ours.isHyperStack());
        assertEquals(theirs.isComposite(), ours.isComposite());
        assertEquals(theirs.getTitle(), ours.getTitle());
        for (int i = 1; i <= theirs.getStackSize(); i++) {
            assertArrayEquals(
                    pixels(theirs.getStack().getProcessor(i)),
                    pixels(ours.getStack().getProcessor(i)));
            assertEquals(theirs.getStack().getSliceLabel(i), ours.getStack().getSliceLabel(i));
        }
        assertSameCalibration(theirs.getCalibration(), ours.getCalibration());
        assertSameDisplay(theirs, ours);
        assertSameRegions(theirs, ours);
        assertEquals(theirs.getInfoProperty(), ours.getInfoProperty());
        assertArrayEquals(theirs.getPropertiesAsArray(), ours.getPropertiesAsArray());
    }

    private static float[] pixels(ImageProcessor plane) {
        return (float[])
                (plane instanceof ColorProcessor
                        ? plane.toFloat(1, null).getPixels()
                        : plane.convertToFloatProcessor().getPixels());
    }

    private static void assertSameCalibration(Calibration theirs, Calibration ours) {
        if (theirs.getUnit().equals("micron")) {
            assertEquals("\u00b5m", ours.getUnit());
            ours.setUnit("micron");
        }
        assertEquals(theirs.toString(), ours.toString());
        assertEquals(theirs.xOrigin, ours.xOrigin);
        assertEquals(theirs.getTimeUnit(), ours.getTimeUnit());
        assertEquals(theirs.frameInterval, ours.frameInterval);
        assertEquals(theirs.getFunction(), ours.getFunction());
        assertArrayEquals(theirs.getCoefficients(), ours.getCoefficients());
        assertEquals(theirs.getValueUnit(), ours.getValueUnit());
    }

    private static void assertSameDisplay(ImagePlus theirs, ImagePlus ours) {
        assertEquals(theirs.getDisplayMode(), ours.getDisplayMode());
        for (int channel = 1; channel <= theirs.getNChannels(); channel++) {
            if (theirs.isComposite()) {
                theirs.setPosition(channel, 1, 1);
                ours.setPosition(channel, 1, 1);
            }
            assertEquals(theirs.getDisplayRangeMin(), ours.getDisplayRangeMin());
            assertEquals(theirs.getDisplayRangeMax(), ours.getDisplayRangeMax());
            if (theirs.getBitDepth() != 24) {
                assertArrayEquals(
                        theirs.getProcessor().getLut().getBytes(),
                        ours.getProcessor().getLut().getBytes());
            }
        }
        if (theirs.isComposite()) {
            assertEquals(
                    Arrays.toString(((CompositeImage) theirs).getLuts()),
                    Arrays.toString(((CompositeImage) ours).getLuts()));
        }
    }

    private static void assertSameRegions(ImagePlus theirs, ImagePlus ours) {
        assertEquals(String.valueOf(theirs.getRoi()), String.valueOf(ours.getRoi()));
        if (theirs.getOverlay() == null) {
            return;
        }
        assertNotNull(ours.getOverlay());
        assertEquals(theirs.getOverlay().size(), ours.getOverlay().size());
        assertEquals(theirs.getOverlay().getDrawNames(), ours.getOverlay().getDrawNames());
        assertEquals(theirs.getOverlay().get(0).toString(), ours.getOverlay().get(0).toString());
    }
}
