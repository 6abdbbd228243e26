package sc.fiji.fastsam.imagej.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two frames of 3 x 2 pixels. */
class AviFileTest {

    private static final byte[] PADDED = {1, 2, 3, 0, 4, 5, 6, 0};

    @TempDir private Path folder;

    @Test
    void grayFramesWithPaddedRowsAreRead() throws IOException {
        ImagePlus image = ImageFiles.open(avi("Y800", 8, PADDED));
        assertEquals(2, image.getNFrames());
        assertEquals(8, image.getBitDepth());
        assertArrayEquals(
                new byte[] {1, 2, 3, 4, 5, 6},
                (byte[]) image.getStack().getProcessor(2).getPixels());
    }

    /** As ffmpeg writes them. NB: ImageJ begins each row a byte too late. */
    @Test
    void grayFramesWithoutPaddingAreRefused() throws IOException {
        Path file = avi("Y800", 8, new byte[] {1, 2, 3, 4, 5, 6});
        String message = assertThrows(IOException.class, () -> ImageFiles.open(file)).getMessage();
        assertTrue(message.startsWith("holds frames of 6 bytes, where rows of 4 bytes"), message);
    }

    @Test
    void framesThatImageJCannotReadAreRefused() throws IOException {
        Path file = avi("Y800", 12, new byte[16]);
        String message = assertThrows(IOException.class, () -> ImageFiles.open(file)).getMessage();
        assertTrue(message.startsWith("is a damaged or unsupported AVI file."), message);
    }

    @Test
    void listsInListsWithoutEndAreRefused() throws IOException {
        int depth = 100_000;
        ByteBuffer lists = ByteBuffer.allocate(12 * depth).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < depth; i++) {
            lists.put(text(i == 0 ? "RIFF" : "LIST"));
            lists.putInt(lists.remaining() - 4).put(text(i == 0 ? "AVI " : "movi"));
        }
        Path file = Files.write(folder.resolve("deep.avi"), lists.array());
        String message = assertThrows(IOException.class, () -> ImageFiles.open(file)).getMessage();
        assertTrue(message.startsWith("is damaged: its lists lie in one another"), message);
    }

    /** NB: as ImageJ has it, which reads the first. */
    @Test
    void framesOfOtherVideosMayBeSmaller() throws IOException {
        ImagePlus image = ImageFiles.open(avi("Y800", 8, PADDED, chunk("01db", new byte[4])));
        assertEquals(2, image.getNFrames());
    }

    private Path avi(String code, int bits, byte[] frame, byte[]... others) throws IOException {
        byte[] main = ints(100_000, 0, 0, 0x10, 2, 0, 1, frame.length, 3, 2, 0, 0, 0, 0);
        byte[] stream =
                join(
                        text("vids"),
                        text(code),
                        ints(0, 0, 0, 1, 10, 0, 2, frame.length, -1, 0, 0, 3 | 2 << 16));
        byte[] format =
                join(ints(40, 3, 2, 1 | bits << 16), text(code), ints(frame.length, 0, 0, 0, 0));
        byte[] header =
                list(
                        "hdrl",
                        chunk("avih", main),
                        list("strl", chunk("strh", stream), chunk("strf", format)));
        byte[] movie = list("movi", join(others), chunk("00db", frame), chunk("00db", frame));
        byte[] all = join(text("AVI "), header, movie);
        return Files.write(folder.resolve("a.avi"), chunk("RIFF", all));
    }

    private static byte[] list(String kind, byte[]... chunks) {
        return chunk("LIST", join(text(kind), join(chunks)));
    }

    private static byte[] chunk(String id, byte[] content) {
        return join(text(id), ints(content.length), content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
