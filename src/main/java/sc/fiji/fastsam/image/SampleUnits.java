package sc.fiji.fastsam.image;

import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.geometry.TileGrid;

/** Cuts planes into units that are read one at a time. */
final class SampleUnits {

    /** Units have about so many pixels. */
    private static final int PIXELS = 1 << 18;

    private static final int MOST_PIXELS = 1 << 24;
    private static final int SIDE = 1 << 9;

    private SampleUnits() {}

    /** Squares, the same however the plane is stored; longer where it is narrow. */
    static TileGrid squares(Size plane) {
        int width = Math.min(plane.width(), SIDE);
        int height = Math.min(plane.height(), PIXELS / width);
        width = Math.min(plane.width(), PIXELS / height);
        return new TileGrid(plane, new Size(width, height));
    }

    /**
     * Whole stored blocks, several where they are small; parts of them where they are huge.
     *
     * @param block in which the plane is stored
     */
    static TileGrid stored(Size plane, Size block) {
        if (block.area() > MOST_PIXELS) {
            int width = Math.min(block.width(), SIDE);
            return new TileGrid(plane, new Size(width, Math.min(block.height(), PIXELS / width)));
        }
        int width = several(block.width(), Math.min(plane.width(), SIDE));
        int height = several(block.height(), Math.max(1, PIXELS / width));
        return new TileGrid(
                plane, new Size(Math.min(plane.width(), width), Math.min(plane.height(), height)));
    }

    /** The least multiple of a length that is not below another. */
    private static int several(int length, int atLeast) {
        return (int) Math.min(Integer.MAX_VALUE, ((atLeast - 1L) / length + 1) * length);
    }
}
