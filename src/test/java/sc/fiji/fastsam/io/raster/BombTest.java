package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.reader.PlaneSources;

/** Files whose data unpack to more, or to less, than their pixels take. */
class BombTest {

    private static final long MUCH = 1_600_000_000;
    private static final int GRAY = 0;
    private static final int PALETTE = 3;

    @TempDir private Path folder;

    /** Rows of 11 x 9 pixels, each with its filter byte, and Adam7's passes of them. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 27, 42",
        "0, 2, 36, 53",
        "0, 4, 63, 76",
        "0, 8, 108, 118",
        "0, 16, 207, 217",
        "2, 8, 306, 316",
        "2, 16, 603, 613",
        "3, 1, 27, 42",
        "3, 4, 63, 76",
        "3, 8, 108, 118",
        "4, 8, 207, 217",
        "6, 8, 405, 415",
        "6, 16, 801, 811",
    })
    void aPngOfAnyKindHoldsItsPixelsAndNothingElse(int color, int bits, int plain, int interlaced)
            throws IOException {
        for (boolean passes : new boolean[] {false, true}) {
            int bytes = passes ? interlaced : plain;
            Png png = new Png(11, 9, bits, color, passes);
            assertEquals(0, value(write(png, deflated(bytes))), color + " " + bits + " " + passes);
            assertRefused(write(png, deflated(bytes - 1)), "is damaged");
            assertRefused(
                    write(png, deflated(bytes + 1_000_000)),
                    "hold more than " + (bytes + 65_536) + " bytes, but its pixels take " + bytes);
        }
    }

    @Test
    void aFewBytesBehindThePixelsArePassedOver() throws IOException {
        assertEquals(0, value(write(new Png(11, 9, 8, GRAY, false), deflated(108 + 65_536))));
    }

    @Test
    void aPngWithGigabytesBehindItsPixelsIsRefused() throws IOException {
        byte[] data = deflated(MUCH);
        assertTrue(data.length < 2_000_000);
        assertRefused(write(new Png(64, 64, 8, GRAY, false), data), "its pixels take 4160");
        assertRefused(write(new Png(64, 64, 8, PALETTE, true), data), "hold more than");
    }

    @Test
    void theBytesOfPngDataAreCounted() throws IOException {
        byte[] data = deflated(108);
        List<PngData.Part> parts =
                List.of(new PngData.Part(0, 5), new PngData.Part(5, data.length - 5));
        assertDoesNotThrow(() -> PngData.check(data, parts, 108));
        assertDoesNotThrow(() -> PngData.check(data, parts, 107));
        assertThrows(IOException.class, () -> PngData.check(data, parts, 109));
    }

    @Test
    void pngDataThatMakeNoSenseAreRefused() throws IOException {
        byte[] data = deflated(108);
        data[0] = 0x33;
        assertRefused(write(new Png(11, 9, 8, GRAY, false), data), "its data make no sense");
    }

    @Test
    void aGifWithMorePixelsThanItsFrameIsRefused() throws IOException {
        byte[] gif = gif(300, 200);
        assertEquals(0, value(Files.write(folder.resolve("a.gif"), gif)));
        // NB: a frame's width and height lie behind its marker and place.
        int frame = frame(gif);
        assertEquals(300, (gif[frame + 5] & 0xff) + 256 * gif[frame + 6]);
        byte[] small = gif.clone();
        small[frame + 5] = 10;
        small[frame + 6] = 0;
        // 300 x 200 pixels are fewer than 10 x 200 and the slack.
        Path file = Files.write(folder.resolve("b.gif"), small);
        assertEquals(0, value(file));
        byte[] large = gif(3000, 200);
        small = large.clone();
        small[frame(large) + 5] = 10;
        small[frame(large) + 6] = 0;
        file = Files.write(folder.resolve("c.gif"), small);
        assertRefused(file, "hold more than 67536 pixels of 2000");
    }

    @Test
    void aGifWithFewerPixelsThanItsFrameIsRefused() throws IOException {
        byte[] gif = gif(300, 200);
        gif[frame(gif) + 7] = (byte) 201;
        assertRefused(Files.write(folder.resolve("a.gif"), gif), "only 60000 pixels of 60300");
    }

    private static byte[] gif(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "gif", out);
        return out.toByteArray();
    }

    private static int frame(byte[] gif) {
        int at = 13 + (3 << (gif[10] & 7) + 1);
        while (gif[at] != 0x2c) {
            at += 2;
            while (gif[at] != 0) {
                at += 1 + (gif[at] & 0xff);
            }
            at++;
        }
        return at;
    }

    private static double value(Path file) throws IOException {
        try (PlaneSource source = PlaneSources.open(file)) {
            Region first = new Region(0, 0, 1, 1);
            PixelBlock block = source.region(PlaneIndex.FIRST, 0, first);
            return block.pixels() instanceof int[] colors
                    ? colors[0] & 0xffffff
                    : block.value(0, 0);
        }
    }

    private Path write(Png png, byte[] data) throws IOException {
        return Files.write(folder.resolve("a.png"), png.bytes(data));
    }

    private static void assertRefused(Path file, String reason) {
        IOException e = assertThrows(IOException.class, () -> PlaneSources.open(file).close());
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    private static byte[] deflated(long zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 20];
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            for (long left = zeros; left > 0; left -= chunk.length) {
                out.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
        }
        return bytes.toByteArray();
    }

    private record Png(int width, int height, int bits, int color, boolean interlaced) {

        byte[] bytes(byte[] data) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(new byte[] {(byte) 137, 80, 78, 71, 13, 10, 26, 10});
            ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
            header.put((byte) bits).put((byte) color).putShort((short) 0);
            header.put((byte) (interlaced ? 1 : 0));
            chunk("IHDR", header.array(), out);
            if (color == PALETTE) {
                chunk("PLTE", new byte[3 << Math.min(8, bits)], out);
            }
            // NB: in two chunks, as writers may.
            int half = data.length / 2;
            chunk("IDAT", Arrays.copyOf(data, half), out);
            chunk("IDAT", Arrays.copyOfRange(data, half, data.length), out);
            chunk("IEND", new byte[0], out);
            return out.toByteArray();
        }

        private static void chunk(String type, byte[] content, ByteArrayOutputStream out) {
            byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
            CRC32 crc = new CRC32();
            crc.update(name);
            crc.update(content);
            out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
            out.writeBytes(name);
            out.writeBytes(content);
            out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        }
    }
}
