package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

class PngFileTest {

    /** Where the first chunk, the header, ends. */
    private static final int HEADER_END = 8 + 12 + 13;

    @TempDir private Path folder;

    /** NB: else the frames behind the first would be left out without a word. */
    @Test
    void anAnimationIsRefusedAndOneOfASingleFrameIsRead() throws IOException {
        Path two = write(2);
        assertEquals(
                "is an animation of 2 frames, of which a PNG shows one. Save it as GIF, or as a"
                        + " TIFF stack.",
                assertThrows(IOException.class, () -> PngFile.open(two)).getMessage());
        try (PlaneSource source = PngFile.open(write(1))) {
            assertEquals(new Size(3, 2), source.layout().size());
        }
    }

    /** NB: they are channels to be measured, so their values stay as they are. */
    @Test
    void colorsOf16BitsKeepTheirValuesAndSayThatTheirTransparencyIsLeftOut() throws IOException {
        for (int alpha : new int[] {0xffff, 7}) {
            ComponentColorModel model =
                    new ComponentColorModel(
                            ColorSpace.getInstance(ColorSpace.CS_sRGB),
                            true,
                            false,
                            Transparency.TRANSLUCENT,
                            DataBuffer.TYPE_USHORT);
            WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
            raster.setPixel(0, 0, new int[] {1000, 2000, 3000, 0xffff});
            raster.setPixel(1, 0, new int[] {4000, 5000, 60_000, alpha});
            Path file = folder.resolve("deep.png");
            ImageIO.write(new BufferedImage(model, raster, false, null), "png", file.toFile());
            try (PlaneSource source = PngFile.open(file)) {
                assertEquals(new PlaneCounts(3, 1, 1), source.layout().planes());
                PlaneIndex blue = new PlaneIndex(2, 0, 0);
                PixelBlock values = source.region(blue, 0, new Region(0, 0, 2, 1));
                assertArrayEquals(new short[] {3000, (short) 60_000}, values.shorts());
                assertEquals(
                        alpha == 7 ? List.of("Its transparency was left out.") : List.of(),
                        source.notes());
            }
        }
    }

    @Test
    void graysOfAPaletteKeepTheirValuesAndSayThatTheirTransparencyIsLeftOut() throws IOException {
        byte[] grays = {10, 20, 30};
        for (int clear : new int[] {1, 2}) {
            IndexColorModel palette = new IndexColorModel(8, 3, grays, grays, grays, clear);
            BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
            image.getRaster().setPixels(0, 0, 2, 1, new int[] {1, 0});
            Path file = folder.resolve("palette.png");
            ImageIO.write(image, "png", file.toFile());
            try (PlaneSource source = PngFile.open(file)) {
                PixelBlock values = source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 2, 1));
                assertArrayEquals(new byte[] {20, 10}, values.bytes());
                assertEquals(
                        clear == 1 ? List.of("Its transparency was left out.") : List.of(),
                        source.notes());
            }
        }
    }

    /** A picture with the chunk that says how many frames there are. */
    private Path write(int frames) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY), "png", png);
        ByteBuffer all = ByteBuffer.allocate(png.size() + 12 + 8);
        all.put(png.toByteArray(), 0, HEADER_END);
        ByteBuffer body = ByteBuffer.allocate(12);
        body.put("acTL".getBytes(StandardCharsets.US_ASCII)).putInt(frames).putInt(0);
        CRC32 sum = new CRC32();
        sum.update(body.array());
        all.putInt(8).put(body.array()).putInt((int) sum.getValue());
        all.put(png.toByteArray(), HEADER_END, png.size() - HEADER_END);
        return Files.write(folder.resolve("a.png"), all.array());
    }
}
