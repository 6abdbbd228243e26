package sc.fiji.fastsam.io;

import java.util.Arrays;

/** The 256 colors in which a file wants its gray values shown. Immutable. */
public final class ColorTable {

    /** Number of entries. */
    public static final int ENTRIES = 256;

    private final int[] colors;

    private ColorTable(int[] colors) {
        this.colors = colors;
    }

    /**
     * @param colors 256 values of 0xRRGGBB, copied
     * @throws IllegalArgumentException if there are not 256
     */
    public static ColorTable of(int[] colors) {
        if (colors.length != ENTRIES) {
            throw new IllegalArgumentException(
                    "A color table must have 256 entries, but has " + colors.length + ".");
        }
        int[] copy = new int[ENTRIES];
        Arrays.setAll(copy, i -> colors[i] & 0xffffff);
        return new ColorTable(copy);
    }

    /** White for the smallest value, black for the largest. */
    public static ColorTable inverted() {
        int[] colors = new int[ENTRIES];
        Arrays.setAll(colors, i -> (ENTRIES - 1 - i) * 0x010101);
        return new ColorTable(colors);
    }

    /** One component of all entries; a copy. */
    public byte[] reds() {
        return component(16);
    }

    /** One component of all entries; a copy. */
    public byte[] greens() {
        return component(8);
    }

    /** One component of all entries; a copy. */
    public byte[] blues() {
        return component(0);
    }

    private byte[] component(int shift) {
        byte[] values = new byte[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            values[i] = (byte) (colors[i] >> shift);
        }
        return values;
    }

    /** Equal where all colors are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ColorTable table && Arrays.equals(colors, table.colors);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(colors);
    }
}
