package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * JPEG. Has no checksum: damage is told by markers that are missing and by what the decoder finds
 * left over or missing, so that a changed byte may pass as a slightly changed picture.
 */
public final class JpegFile {

    /** A blank picture takes a byte for so many pixels at least. */
    private static final int BEST_RATIO = 1024;

    /** Files that promise more pixels for a byte, and many, are gone through beforehand. */
    private static final int MUCH = 32;

    private static final int MANY = 16 << 20;

    private final byte[] bytes;
    private final JpegColors colors;
    private int components;
    private double pixels;

    private JpegFile(byte[] bytes) {
        this.bytes = bytes;
        this.colors = new JpegColors(bytes);
    }

    /**
     * Reads the whole image, its values as they are stored, whatever profile it has; one of grays
     * alone becomes 8-bit, as in ImageJ.
     *
     * @throws IOException if the file is damaged, cut short, CMYK, or too large for the memory
     */
    public static PlaneSource open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        JpegFile jpeg = new JpegFile(bytes);
        jpeg.check();
        byte[] stated = jpeg.colors.stated();
        if (jpeg.pixels > MANY && jpeg.pixels / MUCH > bytes.length) {
            DecodedImage.check("jpeg", stated);
        }
        RasterSource source = Rasters.of(DecodedImage.read("jpeg", stated));
        if (source.layout().type() != PixelType.RGB) {
            return source;
        }
        Region all = Region.of(source.layout().size());
        PixelBlock block = Rasters.grayIfGray(source.region(PlaneIndex.FIRST, 0, all));
        return new RasterSource(
                ImageLayout.of(block.size(), block.type()), List.of(block), List.of());
    }

    private void check() throws IOException {
        int at = 2;
        while (true) {
            at = next(at);
            int marker = bytes[at] & 0xff;
            if (marker == 0xda) {
                break;
            }
            if (at + 3 > bytes.length) {
                throw Refusal.cut("its header ends early");
            }
            int length = number(at + 1);
            if (length < 2 || length > bytes.length - at - 1) {
                throw Refusal.cut("its header ends early");
            }
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xcc) {
                readFrame(at + 3, length);
            }
            colors.segment(at, length);
            at += 1 + length;
        }
        if (components == 0) {
            throw Refusal.damaged("it has no frame header");
        }
        checkSize();
        checkEnd(at);
    }

    /** Place of the byte that names the next marker. */
    private int next(int from) throws IOException {
        int at = from;
        if (at < bytes.length && (bytes[at] & 0xff) != 0xff) {
            throw Refusal.damaged("its header makes no sense");
        }
        while (at < bytes.length && (bytes[at] & 0xff) == 0xff) {
            at++;
        }
        if (at >= bytes.length) {
            throw Refusal.cut("it has no pixels");
        }
        return at;
    }

    private int number(int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private void readFrame(int at, int length) throws IOException {
        if (length < 8) {
            throw Refusal.damaged("its frame header is too short");
        }
        if (bytes[at] != 8) {
            throw new IOException(
                    "is a JPEG of " + bytes[at] + " bits, which is not read. Save it as PNG.");
        }
        pixels = (double) number(at + 1) * number(at + 3);
        components = bytes[at + 5];
        if (components < 0 || length < 8 + 3 * components) {
            throw Refusal.damaged("its frame header is too short");
        }
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < components; i++) {
            names.append((char) (bytes[at + 6 + 3 * i] & 0xff));
        }
        colors.components(names.toString());
        if (components == 4) {
            throw new IOException(
                    "is a JPEG in CMYK (four inks), which has no values of light. Save it as RGB.");
        }
    }

    private void checkSize() throws IOException {
        if (pixels / BEST_RATIO > bytes.length) {
            throw Refusal.damaged(
                    String.format(
                            Locale.ROOT, "%d bytes cannot hold %.0f pixels", bytes.length, pixels));
        }
        MemoryNeed.check(2 * pixels * 4, "save it as a tiled TIFF.");
    }

    private void checkEnd(int from) throws IOException {
        for (int i = from; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xd9) {
                return;
            }
        }
        throw Refusal.cut("its end marker is missing");
    }
}
