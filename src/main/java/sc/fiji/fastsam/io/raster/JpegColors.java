package sc.fiji.fastsam.io.raster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the colors of a JPEG are, by the rules of libjpeg, told to the JDK's reader, which has
 * others: it brings colors with a profile to those of screens, and takes components without a
 * marker for red, green and blue unless they are numbered 1, 2 and 3. Filled while the header is
 * read.
 */
final class JpegColors {

    private static final int JFIF = 0xe0;
    private static final int PROFILE = 0xe2;
    private static final int ADOBE = 0xee;

    /** An Adobe marker up to its last byte, which is 0 for RGB and 1 for YCbCr. */
    private static final byte[] MARKER = {
        (byte) 0xff, (byte) ADOBE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0
    };

    private record Segment(int from, int end) {}

    private final byte[] bytes;
    private final List<Segment> left = new ArrayList<>();
    private boolean jfif;
    private boolean adobe;
    private boolean adobeRgb;
    private String components = "";

    JpegColors(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Looks at a segment of the header.
     *
     * @param at place of the byte that names its marker; the segment is all there
     * @param length as the segment has it, without the marker
     */
    void segment(int at, int length) {
        Segment segment = new Segment(at - 1, at + 1 + length);
        switch (bytes[at] & 0xff) {
            case JFIF -> jfif |= begins(at, length, "JFIF\0");
            case PROFILE -> {
                if (begins(at, length, "ICC_PROFILE\0")) {
                    left.add(segment);
                }
            }
            case ADOBE -> {
                if (begins(at, length, "Adobe") && length >= 14) {
                    adobe = true;
                    adobeRgb = bytes[at + 14] == 0;
                    left.add(segment);
                }
            }
            default -> {
                // NB: nothing about colors.
            }
        }
    }

    private boolean begins(int at, int length, String text) {
        String head = new String(bytes, at + 3, length - 2, StandardCharsets.ISO_8859_1);
        return head.startsWith(text);
    }

    /** Names of the components, one character each, as the frame header has them. */
    void components(String names) {
        components = names;
    }

    /** The file without profiles, with a marker that says what its colors are. */
    byte[] stated() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + MARKER.length + 1);
        out.write(bytes, 0, 2);
        if (components.length() == 3 && !jfif) {
            out.writeBytes(MARKER);
            out.write(isRgb() ? 0 : 1);
        }
        int from = 2;
        for (Segment segment : left) {
            out.write(bytes, from, segment.from() - from);
            from = segment.end();
        }
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }

    private boolean isRgb() {
        return adobe ? adobeRgb : components.equals("RGB");
    }
}
