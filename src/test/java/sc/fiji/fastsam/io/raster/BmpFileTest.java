package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

class BmpFileTest {

    private static final int HEADER = 14 + 40;
    private static final int MASKS = 12;

    @TempDir private Path folder;

    /** NB: Java holds them in 16-bit numbers, which are no 16-bit colors. */
    @ParameterizedTest
    @CsvSource({
        "16, 0, 0, 0, 7c00, 03ef",
        "16, f800, 7e0, 1f, f800, 07ef",
        "32, 3ff00000, ffc00, 3ff, 3ff00000, 000ffdef",
    })
    void colorsOfOtherThan8BitsAreBroughtTo255(
            int bits, String red, String green, String blue, String first, String second)
            throws IOException {
        int pixel = bits / 8;
        boolean masked = !red.equals("0");
        int start = HEADER + (masked ? MASKS : 0);
        ByteBuffer file = file(start + 2 * pixel + (4 - 2 * pixel % 4) % 4, start);
        file.putInt(40).putInt(2).putInt(1).putShort((short) 1).putShort((short) bits);
        file.putInt(masked ? 3 : 0).putInt(2 * pixel).putInt(0).putInt(0).putInt(0).putInt(0);
        if (masked) {
            file.putInt(hex(red)).putInt(hex(green)).putInt(hex(blue));
        }
        for (String color : new String[] {first, second}) {
            if (pixel == 2) {
                file.putShort((short) hex(color));
            } else {
                file.putInt(hex(color));
            }
        }
        PixelBlock pixels = pixels(file, 2);
        assertEquals(PixelType.RGB, pixels.type());
        assertEquals(0xffff0000, pixels.colors()[0]);
        assertEquals(0xff00ff00, pixels.colors()[1] & 0xffffff00);
        assertEquals(0x7b, pixels.colors()[1] & 0xff, 1);
    }

    /** NB: the headers of OS/2 have 12 bytes. */
    @Test
    void aPixelBehindAShortHeaderIsRead() throws IOException {
        ByteBuffer file = file(30, 26);
        file.putInt(12).putShort((short) 1).putShort((short) 1);
        file.putShort((short) 1).putShort((short) 24);
        file.put((byte) 30).put((byte) 20).put((byte) 10);
        assertArrayEquals(new int[] {0xff0a141e}, pixels(file, 1).colors());
    }

    @Test
    void colorsThatThePaletteLacksAreRefused() throws IOException {
        assertArrayEquals(new byte[] {50, 40}, pixels(palette(1), 2).bytes());
        ByteBuffer lacking = palette(2);
        String message = assertThrows(IOException.class, () -> pixels(lacking, 2)).getMessage();
        assertTrue(message.startsWith("is damaged: a pixel has the color 2 of 2."), message);
    }

    /** 8 bits, two grays, two pixels; the second is of the first gray. */
    private static ByteBuffer palette(int last) {
        ByteBuffer file = file(HEADER + 8 + 4, HEADER + 8);
        file.putInt(40).putInt(2).putInt(1).putShort((short) 1).putShort((short) 8);
        file.putInt(0).putInt(4).putInt(0).putInt(0).putInt(2).putInt(0);
        file.putInt(0x282828).putInt(0x323232);
        return file.put((byte) last).put((byte) 0);
    }

    private static int hex(String text) {
        return Integer.parseUnsignedInt(text, 16);
    }

    private static ByteBuffer file(int length, int start) {
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        return file.put((byte) 'B').put((byte) 'M').putInt(length).putInt(0).putInt(start);
    }

    private PixelBlock pixels(ByteBuffer file, int width) throws IOException {
        Path path = Files.write(folder.resolve("a.bmp"), file.array());
        try (PlaneSource source = BmpFile.open(path)) {
            return source.region(PlaneIndex.FIRST, 0, new Region(0, 0, width, 1));
        }
    }
}
