package sc.fiji.fastsam.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelDeflateTest {

    @ParameterizedTest
    @CsvSource({
        "2, 3, 1",
        "2, 512, 512",
        "4, 512, 512",
        "2, 7, 300",
        "2, 16384, 20",
        "2, 16385, 20",
        "4, 5000, 40",
        "4, 20000, 9",
        "2, 129, 1",
        "2, 130, 1",
        "2, 1, 700",
        "4, 1, 30",
        "4, 2, 1",
        "2, 1, 1"
    })
    void whatIsPackedComesOutAgain(int labelBytes, int width, int height)
            throws DataFormatException {
        Random random = new Random(width);
        for (int discs : new int[] {0, 3, 200}) {
            byte[] rows = discs(random, labelBytes, new int[] {width, height, discs});
            assertRestored(rows, labelBytes, width * labelBytes);
        }
        byte[] noise = new byte[labelBytes * width * height];
        random.nextBytes(noise);
        assertRestored(noise, labelBytes, width * labelBytes);
    }

    @Test
    void allLengthsOfRunsComeOutAgain() throws DataFormatException {
        for (int length = 1; length < 600; length++) {
            byte[] row = new byte[2 * 700];
            for (int i = 0; i < length; i++) {
                row[20 + i] = 5;
            }
            assertRestored(row, 2, 2 * 350);
            assertRestored(row, 4, 4 * 50);
        }
    }

    @Test
    void aBlankTileTakesTwoBitsA258Bytes() throws DataFormatException {
        byte[] packed = LabelDeflate.of(new byte[2 * 512 * 512], 2, 1024);
        assertTrue(packed.length < 600, packed.length + " bytes");
    }

    @Test
    void labelsTakeAboutAsMuchAsByAGeneralPacker() {
        byte[] rows = discs(new Random(1), 2, new int[] {512, 512, 300});
        Deflater deflater = new Deflater(3);
        deflater.setInput(rows);
        deflater.finish();
        int general = deflater.deflate(new byte[rows.length]);
        deflater.end();
        int own = LabelDeflate.of(rows, 2, 1024).length;
        assertTrue(own < 1.3 * general, own + " bytes instead of " + general);
    }

    private static void assertRestored(byte[] rows, int labelBytes, int rowBytes)
            throws DataFormatException {
        byte[] packed = LabelDeflate.of(rows, labelBytes, rowBytes);
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] restored = new byte[rows.length + 1];
        int count = 0;
        while (!inflater.finished() && !inflater.needsInput()) {
            count += inflater.inflate(restored, count, restored.length - count);
        }
        assertTrue(inflater.finished());
        assertEquals(0, inflater.getRemaining());
        inflater.end();
        assertEquals(rows.length, count);
        assertArrayEquals(rows, java.util.Arrays.copyOf(restored, count));
    }

    /**
     * @param layout width, height, number of discs
     */
    private static byte[] discs(Random random, int labelBytes, int[] layout) {
        int width = layout[0];
        int height = layout[1];
        byte[] rows = new byte[labelBytes * width * height];
        for (int label = 1; label <= layout[2]; label++) {
            int radius = 2 + random.nextInt(12);
            int cx = random.nextInt(width);
            int cy = random.nextInt(height);
            for (int y = Math.max(0, cy - radius); y < Math.min(height, cy + radius); y++) {
                for (int x = Math.max(0, cx - radius); x < Math.min(width, cx + radius); x++) {
                    if ((x - cx) * (x - cx) + (y - cy) * (y - cy) < radius * radius) {
                        rows[labelBytes * (y * width + x)] = (byte) label;
                        rows[labelBytes * (y * width + x) + 1] = (byte) (label >> 8);
                    }
                }
            }
        }
        return rows;
    }
}
