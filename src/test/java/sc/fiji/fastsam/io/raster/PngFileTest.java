package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.geometry.Size;
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
