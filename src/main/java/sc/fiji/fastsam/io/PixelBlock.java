package sc.fiji.fastsam.io;

import java.lang.reflect.Array;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Size;

/**
 * Pixels of a rectangle, row by row: index = y * width + x. Wraps its array without a copy; who
 * holds the block owns the array. Not thread-safe for writing.
 */
public final class PixelBlock {

    private final Size size;
    private final PixelType type;
    private final Object pixels;

    private PixelBlock(Size size, PixelType type, Object pixels) {
        int length = Array.getLength(pixels);
        if (length != size.area()) {
            throw new IllegalArgumentException(
                    "A block of "
                            + size
                            + " must have "
                            + size.area()
                            + " pixels, but has "
                            + length);
        }
        this.size = size;
        this.type = type;
        this.pixels = pixels;
    }

    /**
     * A block of zeros (black).
     *
     * @throws IllegalArgumentException if it has more than 2^31 - 9 pixels, the longest Java array
     */
    public static PixelBlock create(Size size, PixelType type) {
        if (size.area() > MemoryNeed.LONGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "A block must have at most "
                            + MemoryNeed.LONGEST_ARRAY
                            + " pixels, but "
                            + size
                            + " has more. Read smaller regions.");
        }
        int n = (int) size.area();
        return new PixelBlock(
                size,
                type,
                switch (type) {
                    case UINT8 -> new byte[n];
                    case UINT16 -> new short[n];
                    case FLOAT32 -> new float[n];
                    case RGB -> new int[n];
                });
    }

    /**
     * A block in the memory of one that is not needed any more, if it is of the same number and
     * type of pixels, which then are any; else one of zeros.
     *
     * @throws IllegalArgumentException as above
     */
    public static PixelBlock create(Size size, PixelType type, Optional<PixelBlock> spare) {
        return spare.filter(block -> block.type == type && block.size.area() == size.area())
                .map(block -> new PixelBlock(size, type, block.pixels))
                .orElseGet(() -> create(size, type));
    }

    /** 8-bit values; not copied. */
    public static PixelBlock of(Size size, byte[] values) {
        return new PixelBlock(size, PixelType.UINT8, values);
    }

    /** 32-bit values; not copied. */
    public static PixelBlock of(Size size, float[] values) {
        return new PixelBlock(size, PixelType.FLOAT32, values);
    }

    /** Colors as 0xffRRGGBB; not copied. */
    public static PixelBlock ofRgb(Size size, int[] colors) {
        return new PixelBlock(size, PixelType.RGB, colors);
    }

    /** Colors of 8-bit red, green and blue; a copy. */
    public static PixelBlock ofRgb(Size size, byte[] red, byte[] green, byte[] blue) {
        int[] colors = new int[red.length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] =
                    0xff000000 | (red[i] & 0xff) << 16 | (green[i] & 0xff) << 8 | blue[i] & 0xff;
        }
        return ofRgb(size, colors);
    }

    /** Width and height. */
    public Size size() {
        return size;
    }

    /** What the pixels are. */
    public PixelType type() {
        return type;
    }

    /**
     * The array itself: {@code byte[]}, {@code short[]}, {@code float[]} or {@code int[]} of RGB.
     */
    public Object pixels() {
        return pixels;
    }

    /** The array of a {@link PixelType#UINT8} block. */
    public byte[] bytes() {
        return (byte[]) pixels;
    }

    /** The array of a {@link PixelType#UINT16} block. */
    public short[] shorts() {
        return (short[]) pixels;
    }

    /** The array of a {@link PixelType#FLOAT32} block. */
    public float[] floats() {
        return (float[]) pixels;
    }

    /** The array of a {@link PixelType#RGB} block. */
    public int[] colors() {
        return (int[]) pixels;
    }

    /** A gray value, unsigned; of RGB, 0xRRGGBB. */
    public float value(int x, int y) {
        int i = y * size.width() + x;
        return switch (type) {
            case UINT8 -> bytes()[i] & 0xff;
            case UINT16 -> shorts()[i] & 0xffff;
            case FLOAT32 -> floats()[i];
            case RGB -> colors()[i] & 0xffffff;
        };
    }
}
