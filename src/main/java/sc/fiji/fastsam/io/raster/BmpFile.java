package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PlaneSource;

/** Windows bitmaps. */
public final class BmpFile {

    private static final int OLD_HEADER = 12;

    private BmpFile() {}

    /**
     * Reads the whole image.
     *
     * @throws IOException if the file is damaged, cut short, or too large for the memory
     */
    public static PlaneSource open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        check(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return Rasters.of(DecodedImage.read("bmp", bytes));
    }

    private static void check(ByteBuffer bytes) throws IOException {
        boolean old = bytes.limit() >= 26 && bytes.getInt(14) == OLD_HEADER;
        if (!old && bytes.limit() < 34) {
            throw Refusal.cut("its header is not all there");
        }
        long width = old ? bytes.getShort(18) & 0xffff : bytes.getInt(18);
        long height = Math.abs(old ? bytes.getShort(20) & 0xffff : (long) bytes.getInt(22));
        int bits = old ? bytes.getShort(24) : bytes.getShort(28);
        int compression = old ? 0 : bytes.getInt(30);
        if (width < 1 || height < 1 || bits < 1 || bits > 32) {
            throw Refusal.damaged(
                    "it has " + width + " x " + height + " pixels of " + bits + " bits");
        }
        MemoryNeed.check(2.0 * width * height * 4, "save it as a tiled TIFF.");
        long start = bytes.getInt(10) & 0xffffffffL;
        boolean plain = compression == 0 || compression == 3;
        double needed =
                plain ? start + (double) ((width * bits + 31) / 32 * 4) * height : start + 2;
        if (needed > bytes.limit()) {
            throw Refusal.cut(
                    String.format(
                            Locale.ROOT, "it needs %.0f bytes, but has %d", needed, bytes.limit()));
        }
        if (!plain && (double) width * height / 256 > bytes.limit()) {
            throw Refusal.damaged(bytes.limit() + " bytes cannot hold its pixels");
        }
    }
}
