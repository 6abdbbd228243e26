package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/** Frames of 4 x 1 pixels. */
class GifFileTest {

    private static final int KEEP = 1;
    private static final int CLEAR = 2;
    private static final int RESTORE = 3;
    private static final int NONE = -1;

    private final ByteArrayOutputStream gif = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @Test
    void theTransparentNumberMayLieBeyondTheColors() throws IOException {
        begin();
        frame(KEEP, NONE, new int[] {0, 80, 160, 240}, 0, 1, 2, 3);
        // NB: as Pillow writes what has changed: no color has number 5, so no pixel is clear.
        frame(KEEP, 5, new int[] {10, 20, 30, 40}, 3, 2, 3, 0);
        frame(KEEP, 3, new int[] {11, 21, 31, 41}, 3, 2, 3, 0);
        assertFrames(
                new int[] {0, 80, 160, 240},
                new int[] {40, 30, 40, 10},
                new int[] {40, 31, 40, 11});
    }

    @Test
    void framesAreClearedAndRestored() throws IOException {
        begin();
        frame(KEEP, NONE, new int[] {0, 80, 160, 240}, 0, 1, 2, 3);
        frame(RESTORE, 0, new int[] {10, 20, 30, 40}, 1, 0, 0, 2);
        frame(CLEAR, 0, new int[] {10, 20, 30, 40}, 0, 0, 3, 0);
        frame(KEEP, 0, new int[] {10, 20, 30, 40}, 0, 0, 0, 1);
        assertFrames(
                new int[] {0, 80, 160, 240},
                new int[] {20, 80, 160, 30},
                new int[] {0, 80, 40, 240},
                new int[] {255, 255, 255, 20});
    }

    @Test
    void colorsThatATableDoesNotHaveAreRefused() throws IOException {
        begin();
        gray(3, 0);
        assertRefused("a pixel has the color 3 of 2");
        gif.reset();
        begin();
        gray(3, 1);
        assertFrames(new int[] {255, 255, 20, 10});
    }

    /** A frame of the numbers 3, 3, 1, 0 with a table of two grays, 10 and 20. */
    private void gray(int transparent, int flags) throws IOException {
        gif.write(new byte[] {0x21, (byte) 0xf9, 4, (byte) flags, 0, 0, (byte) transparent, 0});
        gif.write(new byte[] {0x2c, 0, 0, 0, 0, 4, 0, 1, 0, (byte) 0x80});
        gif.write(new byte[] {10, 10, 10, 20, 20, 20});
        int bits = 3 << 3 | 4 | (3 << 3 | 4) << 6 | (1 << 3 | 4) << 12 | 4 << 18;
        gif.write(new byte[] {2, 4, (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), 5, 0});
    }

    @Test
    void framesBeyondTheCanvasAreRefused() throws IOException {
        begin();
        gif.write(new byte[] {0x2c, 1, 0, 0, 0, 4, 0, 1, 0, (byte) 0x80, 0, 0, 0, 1, 1, 1});
        gif.write(new byte[] {2, 4, 4, 65, 16, 5, 0});
        assertRefused("a frame reaches beyond its canvas of 4 x 1");
    }

    /** NB: of a JVM with 50 GB too, in whose memory they have room. */
    @Test
    void moreColorsThanAnArrayHoldsAreRefused() throws IOException {
        begin();
        byte[] comment = new byte[256];
        comment[0] = (byte) 255;
        gif.write(new byte[] {0x21, (byte) 0xfe});
        for (int i = 0; i < 4200; i++) {
            gif.write(comment);
        }
        gif.write(0);
        frame(KEEP, NONE, new int[] {0, 80, 160, 240}, 0, 1, 2, 3);
        gif.write(0x3b);
        byte[] file = gif.toByteArray();
        Arrays.fill(file, 6, 10, (byte) 255);
        Path path = Files.write(folder.resolve("a.gif"), file);
        String message = assertThrows(IOException.class, () -> GifFile.open(path)).getMessage();
        assertTrue(message.startsWith("has 65535 x 65535 pixels, more than are"), message);
    }

    /** The JDK's writer interlaces; so many numbers fill its table of strings and clear it. */
    @Test
    void aPictureOfNoiseIsReadToThePixel() throws IOException {
        BufferedImage image = new BufferedImage(131, 93, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(3);
        int[] grays = new int[131 * 93];
        for (int i = 0; i < grays.length; i++) {
            grays[i] = random.nextInt(random.nextBoolean() ? 256 : 3);
        }
        image.getRaster().setPixels(0, 0, 131, 93, grays);
        ImageIO.write(image, "gif", gif);
        Path file = Files.write(folder.resolve("a.gif"), gif.toByteArray());
        try (PlaneSource source = GifFile.open(file)) {
            byte[] read = source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 131, 93)).bytes();
            for (int i = 0; i < grays.length; i++) {
                assertEquals(grays[i], read[i] & 255, "pixel " + i);
            }
        }
    }

    private void assertRefused(String why) throws IOException {
        gif.write(0x3b);
        Path file = Files.write(folder.resolve("a.gif"), gif.toByteArray());
        String message = assertThrows(IOException.class, () -> GifFile.open(file)).getMessage();
        assertTrue(message.startsWith("is damaged: " + why + "."), message);
    }

    private void begin() throws IOException {
        gif.write("GIF89a".getBytes());
        gif.write(new byte[] {4, 0, 1, 0, 0, 0, 0});
    }

    /** With a table of four grays of its own; its codes are of three bits, each behind a clear. */
    private void frame(int disposal, int transparent, int[] grays, int... pixels)
            throws IOException {
        int clear = transparent == NONE ? 0 : 1;
        gif.write(new byte[] {0x21, (byte) 0xf9, 4, (byte) (disposal << 2 | clear), 0, 0});
        gif.write(new byte[] {(byte) Math.max(0, transparent), 0});
        gif.write(new byte[] {0x2c, 0, 0, 0, 0, 4, 0, 1, 0, (byte) 0x81});
        for (int gray : grays) {
            gif.write(new byte[] {(byte) gray, (byte) gray, (byte) gray});
        }
        int bits = 0;
        for (int i = pixels.length - 1; i >= 0; i--) {
            bits = bits << 6 | pixels[i] << 3 | 4;
        }
        gif.write(new byte[] {2, 4, (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), 5, 0});
    }

    private void assertFrames(int[]... expected) throws IOException {
        gif.write(0x3b);
        Path file = Files.write(folder.resolve("a.gif"), gif.toByteArray());
        try (PlaneSource source = GifFile.open(file)) {
            assertEquals(new PlaneCounts(1, expected.length, 1), source.layout().planes());
            for (int i = 0; i < expected.length; i++) {
                int[] values = new int[4];
                for (int x = 0; x < values.length; x++) {
                    Region pixel = new Region(x, 0, 1, 1);
                    values[x] = (int) source.region(new PlaneIndex(0, i, 0), 0, pixel).value(0, 0);
                }
                assertArrayEquals(expected[i], values, "frame " + (i + 1));
            }
        }
    }
}
