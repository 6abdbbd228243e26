package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {

    @Test
    void aPictureOfTwoPixelsHasTheBytesOfTheStandard() throws IOException {
        BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0x010203);
        picture.setRGB(1, 0, 0xff0005);
        byte[] file = file(picture);
        assertArrayEquals(
                new byte[] {
                    (byte) 0x89,
                    'P',
                    'N',
                    'G',
                    '\r',
                    '\n',
                    0x1a,
                    '\n',
                    0,
                    0,
                    0,
                    13,
                    'I',
                    'H',
                    'D',
                    'R',
                    0,
                    0,
                    0,
                    2,
                    0,
                    0,
                    0,
                    1,
                    8,
                    2,
                    0,
                    0,
                    0
                },
                Arrays.copyOf(file, 29));
        // NB: the end of every PNG, with its checksum.
        assertArrayEquals(
                new byte[] {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82},
                Arrays.copyOfRange(file, file.length - 12, file.length));
        assertSame(picture, file);
    }

    @Test
    void everyPixelComesBackAlsoFromManyChunks() throws IOException {
        Random random = new Random(4);
        BufferedImage picture = new BufferedImage(301, 257, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 257; y++) {
            for (int x = 0; x < 301; x++) {
                picture.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        byte[] file = file(picture);
        assertTrue(file.length > 3 * (1 << 16), "length " + file.length);
        assertSame(picture, file);
    }

    @Test
    void onePixelIsAPicture() throws IOException {
        BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0xabcdef);
        assertSame(picture, file(picture));
    }

    private static void assertSame(BufferedImage picture, byte[] file) throws IOException {
        assertChecksums(file);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
        int w = picture.getWidth();
        int h = picture.getHeight();
        assertEquals(w, read.getWidth());
        assertArrayEquals(
                picture.getRGB(0, 0, w, h, null, 0, w), read.getRGB(0, 0, w, h, null, 0, w));
    }

    /** NB: Java does not look at them, other readers do. */
    private static void assertChecksums(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file, 8, file.length - 8);
        while (chunks.hasRemaining()) {
            int length = chunks.getInt();
            CRC32 checksum = new CRC32();
            checksum.update(file, chunks.position(), 4 + length);
            chunks.position(chunks.position() + 4 + length);
            assertEquals((int) checksum.getValue(), chunks.getInt());
        }
    }

    private static byte[] file(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(picture, out);
        return out.toByteArray();
    }
}
