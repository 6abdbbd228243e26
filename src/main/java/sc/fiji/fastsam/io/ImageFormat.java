package sc.fiji.fastsam.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file holds, told by its first bytes and never by its name; a folder is a Zarr store. */
public enum ImageFormat {
    /** Classic TIFF. */
    TIFF,
    /** TIFF with 64-bit offsets. */
    BIG_TIFF,
    /** Portable Network Graphics. */
    PNG,
    /** JPEG. */
    JPEG,
    /** Graphics Interchange Format. */
    GIF,
    /** Windows bitmap. */
    BMP,
    /** Portable bitmap, graymap or pixmap. */
    PNM,
    /** DICOM with its preamble. */
    DICOM,
    /** Flexible Image Transport System. */
    FITS,
    /** Audio Video Interleave. */
    AVI,
    /** Zarr: a folder of arrays. */
    ZARR,
    /** None of these. */
    UNKNOWN;

    private static final int HEADER_BYTES = 132;

    /**
     * Reads the file's first bytes; folders are {@link #ZARR}, whatever they hold.
     *
     * @throws IOException if the file cannot be read
     */
    public static ImageFormat of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return ZARR;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEADER_BYTES));
        }
    }

    /** By the first bytes of a file, 132 or fewer where it has no more. */
    static ImageFormat of(byte[] bytes) {
        // NB: ISO 8859-1 keeps every byte as one character.
        String head = new String(Arrays.copyOf(bytes, HEADER_BYTES), StandardCharsets.ISO_8859_1);
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return TIFF;
        }
        if (head.startsWith("II+\0") || head.startsWith("MM\0+")) {
            return BIG_TIFF;
        }
        if (head.startsWith("\u0089PNG\r\n")) {
            return PNG;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        return rarer(head);
    }

    private static ImageFormat rarer(String head) {
        if (head.startsWith("GIF8")) {
            return GIF;
        }
        if (head.matches("(?s)P[1-6]\\s.*")) {
            return PNM;
        }
        if (head.startsWith("DICM", 128)) {
            return DICOM;
        }
        if (head.startsWith("SIMPLE  =")) {
            return FITS;
        }
        if (head.startsWith("RIFF") && head.startsWith("AVI ", 8)) {
            return AVI;
        }
        return isBmp(head) ? BMP : UNKNOWN;
    }

    /** "BM", four bytes of size, four zeros: text that begins with BM has no zeros there. */
    private static boolean isBmp(String head) {
        return head.startsWith("BM") && head.startsWith("\0\0\0\0", 6);
    }
}
