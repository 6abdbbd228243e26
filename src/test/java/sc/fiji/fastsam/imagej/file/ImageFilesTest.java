package sc.fiji.fastsam.imagej.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.filter.AVI_Writer;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.SampleFiles;

class ImageFilesTest {

    @TempDir private Path folder;

    @Test
    void tiffsOfAllDepthsKeepTheirValues() throws IOException {
        assertValues(new ByteProcessor(3, 2, new byte[] {1, 2, 3, 4, 5, (byte) 255}));
        assertValues(new ShortProcessor(3, 2, new short[] {1, 2, 3, 4, 5, (short) 65535}, null));
        assertValues(new FloatProcessor(3, 2, new float[] {1, -2, 3, Float.NaN, 5, 1e9f}));
        assertValues(new ColorProcessor(3, 2, new int[] {0, 0xff0000, 0xff00, 0xff, 7, 9}));
    }

    @Test
    void stacksKeepTheirPlanesAndCalibration() throws IOException {
        ImageStack stack = new ImageStack(3, 2);
        for (int i = 0; i < 12; i++) {
            stack.addSlice(new ByteProcessor(3, 2, new byte[] {(byte) i, 0, 0, 0, 0, 0}));
        }
        ImagePlus image = new ImagePlus("s", stack);
        image.setDimensions(2, 3, 2);
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().setUnit("um");
        ImagePlus read = ImageFiles.open(SampleFiles.save(image, folder.resolve("s.tif")));
        assertArrayEquals(new int[] {3, 2, 2, 3, 2}, read.getDimensions());
        assertEquals(11, read.getStack().getProcessor(12).get(0, 0));
        assertEquals(0.5, read.getCalibration().pixelWidth);
    }

    @Test
    void png16KeepsItsValues() throws IOException {
        BufferedImage raster = new BufferedImage(3, 2, BufferedImage.TYPE_USHORT_GRAY);
        raster.getRaster().setSample(2, 1, 0, 60000);
        Path file = folder.resolve("a.png");
        ImageIO.write(raster, "png", file.toFile());
        ImagePlus image = ImageFiles.open(file);
        assertEquals(16, image.getBitDepth());
        assertEquals(60000, image.getProcessor().get(2, 1));
    }

    @Test
    void graysStoredAsRgbHaveTheDepthThatImageJGivesThem() throws IOException {
        ColorProcessor grays =
                new ColorProcessor(3, 2, new int[] {0, 0x101010, 0x909090, 0x606060, 0xffffff, 0});
        for (String format : List.of("png", "bmp", "tif", "jpg")) {
            Path file = folder.resolve("gray." + format);
            BufferedImage raster = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
            raster.setRGB(0, 0, 3, 2, (int[]) grays.getPixels(), 0, 3);
            assertTrue(ImageIO.write(raster, format, file.toFile()), format);
            ImagePlus theirs = IJ.openImage(file.toString());
            ImagePlus ours = ImageFiles.open(file);
            assertEquals(theirs.getBitDepth(), ours.getBitDepth(), format);
            assertEquals(theirs.getProcessor().get(2, 0), ours.getProcessor().get(2, 0), format);
        }
        assertEquals(24, ImageFiles.open(folder.resolve("gray.png")).getBitDepth());
    }

    @Test
    void tiledTiffsOpenAlthoughImageJDoesNotReadThem() throws IOException {
        BufferedImage raster = new BufferedImage(100, 70, BufferedImage.TYPE_USHORT_GRAY);
        raster.getRaster().setSample(99, 69, 0, 54321);
        Path file = writeTiled(raster);
        ImagePlus image = ImageFiles.open(file);
        assertEquals(16, image.getBitDepth());
        assertEquals(54321, image.getProcessor().get(99, 69));
        assertFails("cut short", SampleFiles.truncated(file, 0.5));
    }

    private Path writeTiled(BufferedImage raster) throws IOException {
        Path file = folder.resolve("tiled.tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam tiles = writer.getDefaultWriteParam();
        tiles.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        tiles.setTiling(32, 16, 0, 0);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), tiles);
        } finally {
            writer.dispose();
        }
        return file;
    }

    @Test
    void theContentDecidesNotTheName() throws IOException {
        Path misnamed = SampleFiles.png(folder.resolve("really-a-png.tif"));
        assertEquals(SampleFiles.WIDTH, ImageFiles.open(misnamed).getWidth());
    }

    @Test
    void grayJpegsAre8BitAndOtherFormatsOpen() throws IOException {
        assertEquals(8, ImageFiles.open(SampleFiles.jpeg(folder.resolve("a.jpg"))).getBitDepth());
        ImagePlus image = new ImagePlus("x", new ByteProcessor(3, 2));
        image.getProcessor().set(1, 1, 9);
        new FileSaver(image).saveAsBmp(folder.resolve("a.bmp").toString());
        new FileSaver(image).saveAsGif(folder.resolve("a.gif").toString());
        new FileSaver(image).saveAsPgm(folder.resolve("a.pgm").toString());
        new FileSaver(image).saveAsFits(folder.resolve("a.fits").toString());
        for (String format : List.of("bmp", "gif", "pgm", "fits")) {
            assertEquals(3, ImageFiles.open(folder.resolve("a." + format)).getWidth(), format);
        }
    }

    @Test
    void avisOpenAsTimeSeriesWithoutADialog() throws IOException {
        ImageStack stack = new ImageStack(8, 4);
        for (int i = 0; i < 3; i++) {
            stack.addSlice(new ByteProcessor(8, 4));
        }
        Path file = folder.resolve("a.avi");
        new AVI_Writer()
                .writeImage(
                        new ImagePlus("a", stack), file.toString(), AVI_Writer.NO_COMPRESSION, 90);
        assertEquals(3, ImageFiles.open(file).getNFrames());
    }

    @Test
    void transparentPixelsAreLaidOnWhite() throws IOException {
        BufferedImage raster = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        raster.setRGB(1, 0, 0xff102030);
        Path file = folder.resolve("a.png");
        ImageIO.write(raster, "png", file.toFile());
        ImagePlus image = ImageFiles.open(file);
        assertEquals(0xffffff, image.getProcessor().get(0, 0) & 0xffffff);
        assertEquals(0x102030, image.getProcessor().get(1, 0) & 0xffffff);
    }

    @Test
    void whatGotLostIsNoted() throws IOException {
        BufferedImage raster = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        Path clear = folder.resolve("clear.png");
        ImageIO.write(raster, "png", clear.toFile());
        assertEquals(List.of(), ImageFiles.notes(ImageFiles.open(clear)));
        Path thumbnail = Path.of("src/test/resources/cases/files/thumbnail-page-first.tif");
        assertEquals(List.of(), ImageFiles.notes(ImageFiles.open(thumbnail)));
        Path trns = Path.of("src/test/resources/cases/files/trns.png");
        assertEquals(
                List.of("Its transparency was left out"), ImageFiles.notes(ImageFiles.open(trns)));
        assertEquals(List.of(), ImageFiles.notes(new ImagePlus("x", new ByteProcessor(3, 2))));
    }

    @Test
    void whatIsNoImageIsNamedAsSuch() throws IOException {
        assertFails("does not exist", folder.resolve("missing.tif"));
        assertFails("is empty", Files.createFile(folder.resolve("empty.tif")));
        assertFails("is not an image", write("notes.tif", "1 2 3\n4 5 6\n"));
        assertFails("is not an image", write("notes.txt", "1 2 3\n4 5 6\n"));
        assertFails("is not an image", write("BMnotes.tif", "BM is a text of bitmaps"));
        assertFails("is a folder", folder);
        assertFails("BigTIFF", write("big.tif", "II+\0abcdefgh"));
    }

    @Test
    void filesCutShortAreRefused() throws IOException {
        for (double share : new double[] {0.1, 0.5, 0.95}) {
            assertCut(SampleFiles.tiff(folder.resolve("a.tif")), share);
            assertCut(SampleFiles.tiffStack(folder.resolve("s.tif"), 5), share * 0.8);
            assertCut(SampleFiles.png(folder.resolve("a.png")), share * 0.8);
            assertCut(SampleFiles.jpeg(folder.resolve("a.jpg")), share);
        }
    }

    @Test
    void headersWithoutAnImageAreRefused() throws IOException {
        assertBroken(write("a.tif", "II*\0"));
        assertBroken(write("b.png", "\u0089PNG\r\n\u001a\n"));
        assertBroken(write("c.jpg", "\u00ff\u00d8\u00ff\u00e0"));
        assertBroken(write("d.gif", "GIF89a"));
        assertBroken(write("e.bmp", "BM\0\0\0\0\0\0\0\0"));
        assertBroken(write("f.pgm", "P5\n"));
        assertBroken(write("g.avi", "RIFF\0\0\0\0AVI "));
        assertBroken(write("h.fits", "SIMPLE  =                    T"));
        assertBroken(write("i.dcm", "\0".repeat(128) + "DICM"));
    }

    @Test
    void aTiffOfZeroWidthHasNoPixels() {
        assertFails("0 x 24", SampleFiles.zeroWidth(folder.resolve("zero.tif")));
    }

    private void assertCut(Path whole, double share) throws IOException {
        Path file = SampleFiles.truncated(whole, share);
        IOException e =
                assertThrows(IOException.class, () -> ImageFiles.open(file), file + " " + share);
        assertTrue(
                e.getMessage().matches("is (a )?(cut short|damaged|TIFF that).*"), e.getMessage());
    }

    private static void assertBroken(Path file) {
        IOException e = assertThrows(IOException.class, () -> ImageFiles.open(file));
        assertTrue(e.getMessage().matches("is (a )?(cut short|damaged).*"), e.getMessage());
    }

    private static void assertFails(String expected, Path file) {
        IOException e = assertThrows(IOException.class, () -> ImageFiles.open(file));
        assertTrue(e.getMessage().contains(expected), e.getMessage());
    }

    private Path write(String name, String latin1) throws IOException {
        return Files.write(
                folder.resolve(name),
                latin1.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private void assertValues(ij.process.ImageProcessor pixels) throws IOException {
        Path file = SampleFiles.save(new ImagePlus("x", pixels), folder.resolve("v.tif"));
        ImagePlus image = ImageFiles.open(file);
        assertEquals(
                new FileSaver(new ImagePlus("x", pixels)).serialize().length, Files.size(file));
        assertEquals(pixels.getBitDepth(), image.getBitDepth());
        for (int i = 0; i < 6; i++) {
            assertEquals(
                    pixels.getPixelValue(i % 3, i / 3),
                    image.getProcessor().getPixelValue(i % 3, i / 3));
        }
    }
}
