package sc.fiji.fastsam.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.Stain;

class PlanesTest {

    private static final InputSettings FULL = new InputSettings(Contrast.PERCENTILES, 0, 100);
    private static final InputSettings TYPE = new InputSettings(Contrast.TYPE, 0, 100);
    private static final InputSettings DISPLAY = new InputSettings(Contrast.DISPLAY, 0, 100);

    @Test
    void grayValuesOfAnyDepthAreStretched() {
        byte[] bytes = {10, 20, 60, (byte) 210, 110, 10};
        short[] shorts = {1000, 2000, 6000, 21_000, 11_000, 1000};
        float[] floats = {-0.1f, 0, 0.4f, 1.9f, 0.9f, -0.1f};
        float[] expected = {0, 0.05f, 0.25f, 1, 0.5f, 0};
        for (ImageProcessor ip :
                new ImageProcessor[] {
                    new ByteProcessor(3, 2, bytes),
                    new ShortProcessor(3, 2, shorts, null),
                    new FloatProcessor(3, 2, floats)
                }) {
            RgbImage planes = read(new ImagePlus("x", ip), FULL);
            assertArrayEquals(expected, planes.red(), 1e-6f, ip.toString());
            assertTrue(planes.isGray());
        }
        assertEquals(-0.1f, floats[0], "the image is not changed");
    }

    @Test
    void contrastTakesTheTypesRangeOrTheDisplayRange() {
        ImagePlus imp = new ImagePlus("x", new ShortProcessor(2, 1, new short[] {0, 32767}, null));
        assertArrayEquals(new float[] {0, 32767 / 65535f}, read(imp, TYPE).red(), 1e-6f);
        imp.setDisplayRange(0, 2 * 32767);
        assertArrayEquals(new float[] {0, 0.5f}, read(imp, DISPLAY).red(), 1e-6f);
    }

    @Test
    void ofAStainGrayIsRefusedAndOneColorToo() {
        InputSettings input = FULL.withStain(Stain.HEMATOXYLIN);
        ImagePlus gray = new ImagePlus("gray.tif", new ByteProcessor(3, 2));
        assertEquals(
                "stain = hematoxylin needs an image in RGB, or three channels of 8 bits shown in red,"
                        + " green and blue, but \"gray.tif\" is neither. In ImageJ, Image > Color >"
                        + " Make Composite shows channels so, and Image > Type > RGB Color makes RGB;"
                        + " else leave stain out.",
                assertThrows(IllegalArgumentException.class, () -> read(gray, input)).getMessage());
        ImagePlus rgb = new ImagePlus("rgb", new ColorProcessor(3, 2));
        assertEquals(
                "stain = hematoxylin looks at all colors, but channel is 2. Leave one of them out.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Planes.of(rgb, PlanePosition.FIRST, 2, input))
                        .getMessage());
    }

    @Test
    void notFiniteAndFlatPlanesAreNoError() {
        float nan = Float.NaN;
        float inf = Float.POSITIVE_INFINITY;
        ImagePlus odd =
                new ImagePlus("x", new FloatProcessor(5, 1, new float[] {nan, inf, 2, 4, -inf}));
        assertArrayEquals(new float[] {0, 1, 0, 1, 0}, read(odd, FULL).red());
        ImagePlus all = new ImagePlus("x", new FloatProcessor(2, 1, new float[] {nan, nan}));
        assertArrayEquals(new float[2], read(all, FULL).red());
        ImagePlus flat = new ImagePlus("x", new ByteProcessor(2, 1, new byte[] {7, 7}));
        flat.getProcessor().invertLut();
        assertArrayEquals(new float[2], read(flat, FULL).red());
    }

    @Test
    void signedImagesKeepTheOrderOfTheirValues() {
        short[] pixels = {(short) 32668, (short) 32768, (short) 32868};
        ImagePlus imp = new ImagePlus("x", new ShortProcessor(3, 1, pixels, null));
        imp.getCalibration().setSigned16BitCalibration();
        assertArrayEquals(new float[] {0, 0.5f, 1}, read(imp, FULL).red(), 1e-6f);
    }

    @Test
    void anInvertingTableInverts() {
        ImagePlus imp = new ImagePlus("x", new ByteProcessor(3, 1, new byte[] {0, 100, 50}));
        imp.getProcessor().invertLut();
        assertArrayEquals(new float[] {1, 0, 0.5f}, read(imp, FULL).red(), 1e-6f);
    }

    @Test
    void falseColorsAreLookedThroughButPalettesAreColors() {
        ImagePlus imp = new ImagePlus("x", new ByteProcessor(3, 1, new byte[] {0, 100, 50}));
        imp.getProcessor().setLut(LUT.createLutFromColor(Color.GREEN));
        assertArrayEquals(new float[] {0, 1, 0.5f}, read(imp, FULL).red(), 1e-6f);
        imp.getProcessor().setLut(LabelColors.lut());
        RgbImage planes = read(imp, FULL);
        assertFalse(planes.isGray());
        assertEquals(LabelColors.of(100).getRed() / 255f, planes.red()[1], 1e-6f);
        assertEquals(LabelColors.of(50).getBlue() / 255f, planes.blue()[2], 1e-6f);
    }

    @Test
    void theFireAndHiLoTablesAreFalseColors() {
        assertEquals(LutKind.RAMP, LutKind.of(fire()));
        byte[] gray = new byte[256];
        for (int i = 0; i < 256; i++) {
            gray[i] = (byte) i;
        }
        byte[] blue = gray.clone();
        byte[] red = gray.clone();
        blue[0] = (byte) 255;
        red[255] = (byte) 255;
        gray[255] = 0;
        blue[255] = 0;
        assertEquals(LutKind.RAMP, LutKind.of(new LUT(red, gray, blue)));
    }

    @Test
    void rgbIsTakenAsItIsAndItsChannelsHaveNumbers() {
        ImagePlus imp =
                new ImagePlus("x", new ColorProcessor(2, 1, new int[] {0xff3300, 0x0066ff}));
        RgbImage planes = read(imp, FULL);
        assertArrayEquals(new float[] {1, 0}, planes.red());
        assertArrayEquals(new float[] {0.2f, 0.4f}, planes.green(), 1e-6f);
        Exception e = assertThrows(IllegalArgumentException.class, () -> read(imp, 4));
        assertTrue(e.getMessage().contains("was 4"), e.getMessage());
    }

    @Test
    void graysStoredAsRgbAreReadLikeEightBitGrays() {
        byte[] bytes = {10, 20, 60, (byte) 210, 110, 10};
        ImagePlus gray = new ImagePlus("x", new ByteProcessor(3, 2, bytes));
        ImagePlus rgb = new ImagePlus("x", gray.getProcessor().convertToRGB());
        for (InputSettings input : new InputSettings[] {FULL, TYPE, DISPLAY}) {
            RgbImage planes = read(rgb, input);
            assertArrayEquals(read(gray, input).red(), planes.red(), input.toString());
            assertTrue(planes.isGray());
        }
        assertArrayEquals(new float[] {0, 0.05f, 0.25f, 1, 0.5f, 0}, read(rgb, FULL).red(), 1e-6f);
    }

    @Test
    void oneColorIsReadLikeTheGrayPlaneOfItsValues() {
        byte[] bytes = {10, 20, 60, (byte) 210, 110, 10};
        ImagePlus gray = new ImagePlus("x", new ByteProcessor(3, 2, bytes));
        ColorProcessor colors = new ColorProcessor(3, 2);
        colors.setChannel(2, (ByteProcessor) gray.getProcessor());
        colors.setChannel(3, new ByteProcessor(3, 2, new byte[] {7, 7, 7, 7, 7, 7}));
        ImagePlus rgb = new ImagePlus("x", colors);
        for (InputSettings input : new InputSettings[] {FULL, TYPE, DISPLAY}) {
            RgbImage green = Planes.of(rgb, PlanePosition.FIRST, 2, input);
            assertArrayEquals(read(gray, input).red(), green.red(), input.toString());
            assertTrue(green.isGray());
        }
        assertArrayEquals(new float[] {0, 0.05f, 0.25f, 1, 0.5f, 0}, read(rgb, 2).red(), 1e-6f);
        assertEquals(10 / 255f, Planes.of(rgb, PlanePosition.FIRST, 2, TYPE).red()[0], 1e-6f);
        assertArrayEquals(new float[6], read(rgb, 3).red());
    }

    @Test
    void onePixelOfColorMakesAColorImage() {
        int[] pixels = {0x0a0a0a, 0x141414, 0x3c3c3c, 0x6e6e6f};
        RgbImage planes = read(new ImagePlus("x", new ColorProcessor(4, 1, pixels)), FULL);
        assertFalse(planes.isGray());
        assertEquals(0x3c / 255f, planes.red()[2]);
    }

    @Test
    void aPaletteOfGraysInAnyOrderIsGray() {
        byte[] grays = new byte[256];
        for (int i = 0; i < 256; i++) {
            grays[i] = (byte) (i * 37);
        }
        ImagePlus imp = new ImagePlus("x", new ByteProcessor(3, 1, new byte[] {1, 3, 5}));
        imp.getProcessor().setLut(new LUT(grays, grays, grays));
        assertArrayEquals(new float[] {0, 0.5f, 1}, read(imp, FULL).red(), 1e-6f);
    }

    @Test
    void theActiveChannelOfThePlaneIsReadUnlessAnotherIsNamed() {
        ImagePlus imp = hyperstack();
        PlanePosition position = new PlanePosition(2, 3, 1);
        assertEquals(value(2, 3, 1), first(Planes.of(imp, position, -1, TYPE)), 1e-6f);
        assertEquals(value(1, 3, 1), first(Planes.of(imp, position, 1, TYPE)), 1e-6f);
        assertEquals(
                value(1, 1, 2),
                first(Planes.of(imp, new PlanePosition(1, 1, 2), ChannelSource.ACTIVE, TYPE)),
                1e-6f);
        assertEquals(1, imp.getCurrentSlice(), "the image keeps its place");
    }

    @Test
    void planesThatAreNotThereAreNamed() {
        ImagePlus imp = hyperstack();
        for (PlanePosition position :
                new PlanePosition[] {
                    new PlanePosition(3, 1, 1),
                    new PlanePosition(1, 4, 1),
                    new PlanePosition(1, 1, 3)
                }) {
            Exception e =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> Planes.of(imp, position, -1, TYPE));
            assertTrue(e.getMessage().contains("for this image"), e.getMessage());
        }
        ImagePlus channels = IJ.createHyperStack("three", 4, 3, 3, 1, 2, 8);
        assertEquals(
                "slice must be 1 for this image of 3 channels, 1 slice, 2 frames, but was 2.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new PlanePosition(1, 2, 1).stackIndexIn(channels))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new PlanePosition(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ChannelSource(-2));
    }

    @Test
    void aCompositeIsReadAsItIsDisplayed() {
        ImageStack stack = new ImageStack(2, 1);
        stack.addSlice(new ShortProcessor(2, 1, new short[] {100, 300}, null));
        stack.addSlice(new ShortProcessor(2, 1, new short[] {0, 40}, null));
        CompositeImage imp = new CompositeImage(new ImagePlus("x", stack), IJ.COMPOSITE);
        imp.setChannelLut(lut(Color.RED, 100, 300), 1);
        imp.setChannelLut(lut(Color.GREEN, 0, 80), 2);
        RgbImage planes = Planes.of(imp, PlanePosition.FIRST, 0, FULL);
        assertArrayEquals(new float[] {0, 1}, planes.red(), 0.01f);
        assertArrayEquals(new float[] {0, 0.5f}, planes.green(), 0.01f);
        assertArrayEquals(new float[] {0, 0}, planes.blue());
    }

    @Test
    void aHiddenChannelOfACompositeIsNotRead() {
        CompositeImage imp = new CompositeImage(hyperstack(), IJ.COMPOSITE);
        imp.setActiveChannels("01");
        imp.setChannelLut(lut(Color.RED, 0, 255), 1);
        imp.setChannelLut(lut(Color.GREEN, 0, 255), 2);
        RgbImage planes = Planes.of(imp, new PlanePosition(1, 2, 2), 0, FULL);
        assertEquals(0, first(planes));
        assertEquals(value(2, 2, 2), planes.green()[0], 0.01f);
    }

    @Test
    void inColorModeOneChannelIsDisplayed() {
        CompositeImage imp = new CompositeImage(hyperstack(), IJ.COLOR);
        imp.setChannelLut(lut(Color.RED, 0, 255), 1);
        imp.setChannelLut(lut(Color.BLUE, 0, 255), 2);
        RgbImage planes = Planes.of(imp, new PlanePosition(2, 3, 2), 0, FULL);
        assertEquals(0, first(planes));
        assertEquals(value(2, 3, 2), planes.blue()[0], 0.01f);
    }

    @Test
    void aGrayImageIsDisplayedByItsRange() {
        ImagePlus imp = new ImagePlus("x", new FloatProcessor(3, 1, new float[] {0, 5, 20}));
        imp.setDisplayRange(0, 10);
        assertArrayEquals(
                new float[] {0, 0.5f, 1},
                Planes.of(imp, PlanePosition.FIRST, 0, FULL).red(),
                1e-6f);
    }

    private static RgbImage read(ImagePlus imp, InputSettings input) {
        return Planes.of(imp, PlanePosition.FIRST, ChannelSource.ACTIVE, input);
    }

    private static RgbImage read(ImagePlus imp, int channel) {
        return Planes.of(imp, PlanePosition.FIRST, channel, FULL);
    }

    private static float first(RgbImage planes) {
        return planes.red()[0];
    }

    /** 2 channels, 3 slices, 2 frames; each plane of one value. */
    private static ImagePlus hyperstack() {
        ImagePlus imp = IJ.createHyperStack("h", 4, 3, 2, 3, 2, 8);
        for (int i = 1; i <= 12; i++) {
            ImageProcessor ip = imp.getStack().getProcessor(i);
            int[] p = imp.convertIndexToPosition(i);
            ip.setColor(Math.round(255 * value(p[0], p[1], p[2])));
            ip.fill();
        }
        return imp;
    }

    private static float value(int channel, int slice, int frame) {
        return (channel * 100 + slice * 10 + frame) / 255f;
    }

    private static LUT lut(Color color, double min, double max) {
        LUT lut = LUT.createLutFromColor(color);
        lut.min = min;
        lut.max = max;
        return lut;
    }

    /** Begins as ImageJ's: black, blue, violet, red, orange, yellow, white. */
    private static LUT fire() {
        int[][] knots = {
            {0, 0, 61},
            {49, 0, 165},
            {146, 0, 220},
            {196, 0, 88},
            {240, 55, 0},
            {255, 137, 0},
            {255, 196, 0},
            {255, 255, 98},
            {255, 255, 255}
        };
        byte[][] channels = new byte[3][256];
        for (int i = 0; i < 256; i++) {
            int k = Math.min(7, i / 32);
            double f = (i - 32 * k) / 32.0;
            for (int c = 0; c < 3; c++) {
                channels[c][i] = (byte) Math.round(knots[k][c] * (1 - f) + knots[k + 1][c] * f);
            }
        }
        return new LUT(channels[0], channels[1], channels[2]);
    }
}
