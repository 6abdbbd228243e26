package sc.fiji.fastsam.io.raster;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * PNG: every chunk's checksum is looked at before anything is decoded; data that go on behind the
 * pixels are refused, and so are animations.
 */
public final class PngFile {

    private static final int SIGNATURE_BYTES = 8;
    private static final int DEFLATE_RATIO = 1032;

    /** Bytes of data behind those of the last pixel: the end of the stream and its checksum. */
    private static final int USUALLY_UNREAD = 64;

    private final ByteBuffer bytes;
    private final List<PngData.Part> data = new ArrayList<>();
    private double pixelBytes;

    private PngFile(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * Reads the whole image.
     *
     * @throws IOException if the file is damaged, cut short, or too large for the memory
     */
    public static PlaneSource open(Path file) throws IOException {
        PngFile png = new PngFile(Files.readAllBytes(file));
        png.check();
        return Rasters.of(DecodedImage.read("png", png.bytes.array(), png::decode));
    }

    /** NB: the JDK's reader looks at nothing behind the last pixel; only then all is inflated. */
    private BufferedImage decode(ImageReader reader) throws IOException {
        BufferedImage image = DecodedImage.decode(reader);
        long position = ((ImageInputStream) reader.getInput()).getStreamPosition();
        long unread = 0;
        for (PngData.Part part : data) {
            unread += Math.min(part.length(), Math.max(0, part.from() + part.length() - position));
        }
        if (unread > USUALLY_UNREAD) {
            PngData.check(bytes.array(), data, pixelBytes);
        }
        return image;
    }

    private void check() throws IOException {
        int at = SIGNATURE_BYTES;
        String type = "";
        while (!type.equals("IEND")) {
            if (bytes.limit() - at < 12) {
                throw Refusal.cut("its end chunk is missing");
            }
            int length = bytes.getInt(at);
            type = new String(bytes.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > bytes.limit() - at - 12) {
                throw Refusal.cut("its chunk " + printable(type) + " is not all there");
            }
            checkChunk(at, length, type);
            at += 12 + length;
        }
        checkSize(data.stream().mapToLong(PngData.Part::length).sum());
    }

    private void checkChunk(int at, int length, String type) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), at + 4, length + 4);
        if ((int) crc.getValue() != bytes.getInt(at + 8 + length)) {
            throw Refusal.damaged("the checksum of its chunk " + printable(type) + " is wrong");
        }
        if (type.equals("IHDR") && length >= 13) {
            readHeader(at + 8);
        }
        if (type.equals("acTL") && length >= 8 && bytes.getInt(at + 8) > 1) {
            throw new IOException(
                    "is an animation of "
                            + bytes.getInt(at + 8)
                            + " frames, of which a PNG shows one. Save it as GIF, or as a TIFF"
                            + " stack.");
        }
        if (type.equals("IDAT")) {
            data.add(new PngData.Part(at + 8, length));
        }
    }

    private void readHeader(int at) throws IOException {
        long width = bytes.getInt(at) & 0xffffffffL;
        long height = bytes.getInt(at + 4) & 0xffffffffL;
        int depth = bytes.get(at + 8);
        int samples =
                switch (bytes.get(at + 9)) {
                    case 0, 3 -> 1;
                    case 4 -> 2;
                    case 2 -> 3;
                    case 6 -> 4;
                    default -> throw Refusal.damaged("its color type is unknown");
                };
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw Refusal.damaged("it has " + width + " x " + height + " pixels");
        }
        if (depth < 1 || depth > 16) {
            throw Refusal.damaged("it has " + depth + " bits a sample");
        }
        boolean interlaced = bytes.get(at + 12) != 0;
        pixelBytes = PngData.bytes(width, height, samples * depth, interlaced);
    }

    private void checkSize(long dataBytes) throws IOException {
        if (pixelBytes == 0 || dataBytes == 0) {
            throw Refusal.damaged("it has no header or no pixels");
        }
        if (pixelBytes / DEFLATE_RATIO > dataBytes + 1024) {
            throw Refusal.damaged(
                    String.format(
                            Locale.ROOT,
                            "its %d bytes of data cannot hold %.0f bytes of pixels",
                            dataBytes,
                            pixelBytes));
        }
        MemoryNeed.check(2 * pixelBytes, "save it as a tiled TIFF.");
    }

    private static String printable(String type) {
        return type.replaceAll("[^A-Za-z]", "?");
    }
}
