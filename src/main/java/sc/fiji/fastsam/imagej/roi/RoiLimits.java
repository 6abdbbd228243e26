package sc.fiji.fastsam.imagej.roi;

import ij.io.RoiDecoder;
import java.nio.ByteBuffer;

/**
 * Looks at the sizes that the bytes of a region state, before ImageJ makes arrays of them. Offsets
 * are those of {@link RoiDecoder}.
 */
final class RoiLimits {

    private static final int RECTANGLE = 1;
    private static final int OVAL = 2;
    private static final int LINE = 3;
    private static final int NONE = 6;

    /** Bytes of the text of a text region: from its header on, of its font's name, of its text. */
    private static final int FONT_LENGTH = RoiDecoder.COORDINATES + 8;

    private static final int TEXT_LENGTH = RoiDecoder.COORDINATES + 12;

    /** ImageJ makes a point of a curve for every two pixels of its polygon. */
    private static final double LONGEST_CURVE = 1e7;

    private final ByteBuffer data;

    RoiLimits(byte[] bytes) {
        this.data = ByteBuffer.wrap(bytes);
    }

    /**
     * Leaves bytes that are no region at all to ImageJ.
     *
     * @throws IllegalArgumentException if a size is negative or more than the bytes can hold; the
     *     message is a half sentence
     */
    void check() {
        if (!isRegion()) {
            return;
        }
        if (data.capacity() < RoiDecoder.COORDINATES) {
            throw new IllegalArgumentException("it ends after " + data.capacity() + " bytes");
        }
        int type = data.get(RoiDecoder.TYPE);
        int subtype = data.getShort(RoiDecoder.SUBTYPE);
        if (type != RECTANGLE && type != OVAL && type != LINE && type != NONE) {
            check("points", points(), 4);
            if ((data.getShort(RoiDecoder.OPTIONS) & RoiDecoder.SPLINE_FIT) != 0) {
                checkCurve(points());
            }
        }
        check("parts of its shape", data.getInt(RoiDecoder.SHAPE_ROI_SIZE), 4);
        if (type == RECTANGLE && subtype == RoiDecoder.TEXT) {
            check("letters of its font", intAt(FONT_LENGTH), 2);
            check("letters of its text", intAt(TEXT_LENGTH), 2);
        }
        int header2 = data.getInt(RoiDecoder.HEADER2_OFFSET);
        if (header2 > 0) {
            check("letters of its name", intAt((long) header2 + RoiDecoder.NAME_LENGTH), 2);
            check(
                    "letters of its properties",
                    intAt((long) header2 + RoiDecoder.ROI_PROPS_LENGTH),
                    2);
        }
    }

    private boolean isRegion() {
        return data.capacity() > 2 && data.get(0) == 'I' && data.get(1) == 'o';
    }

    private int points() {
        int points = data.getShort(RoiDecoder.N_COORDINATES) & 0xffff;
        return points > 0 ? points : data.getInt(RoiDecoder.SIZE);
    }

    /** The number at an offset; 0 where the bytes end before it, as in files of old versions. */
    private int intAt(long offset) {
        return offset + Integer.BYTES <= data.capacity() ? data.getInt((int) offset) : 0;
    }

    private void check(String what, int count, int bytesEach) {
        if (count < 0 || (long) count * bytesEach > data.capacity()) {
            throw new IllegalArgumentException(
                    "it claims " + count + " " + what + ", but has " + data.capacity() + " bytes");
        }
    }

    private void checkCurve(int points) {
        double length = 0;
        for (int i = 1; i < points; i++) {
            length += Math.hypot(step(i, 0, points), step(i, points, points));
        }
        if (!(length <= LONGEST_CURVE)) {
            throw new IllegalArgumentException(
                    "the curve through its points is " + length + " pixels long");
        }
    }

    /** From one coordinate to the next; x first, then all of y; whole ones, then sub-pixel ones. */
    private double step(int i, int first, int points) {
        int whole = RoiDecoder.COORDINATES + 2 * (first + i);
        int exact = RoiDecoder.COORDINATES + 4 * points + 4 * (first + i);
        boolean subPixel =
                (data.getShort(RoiDecoder.OPTIONS) & RoiDecoder.SUB_PIXEL_RESOLUTION) != 0;
        return subPixel
                ? data.getFloat(exact) - data.getFloat(exact - 4)
                : data.getShort(whole) - data.getShort(whole - 2);
    }

    /** True for the region of a picture; it is in the bytes, packed, and of any size. */
    boolean isPicture() {
        return isRegion()
                && data.get(RoiDecoder.TYPE) == RECTANGLE
                && data.getShort(RoiDecoder.SUBTYPE) == RoiDecoder.IMAGE;
    }

    /** A copy of the bytes as those of a plain rectangle. */
    byte[] asRectangle() {
        byte[] plain = data.array().clone();
        ByteBuffer.wrap(plain).putShort(RoiDecoder.SUBTYPE, (short) 0);
        return plain;
    }
}
