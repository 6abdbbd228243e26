package sc.fiji.fastsam.image;

import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/**
 * A plane cut into units that are read one at a time: whole stored blocks, several where they are
 * small; parts of them where they are huge.
 *
 * @param plane size of the plane
 * @param unit size of a unit; the last ones are smaller
 */
record SampleUnits(Size plane, Size unit) {

    /** Units have about so many pixels. */
    private static final int PIXELS = 1 << 18;

    private static final int MOST_PIXELS = 1 << 24;
    private static final int SIDE = 1 << 9;

    /**
     * @param block in which the plane is stored
     */
    static SampleUnits of(Size plane, Size block) {
        if (block.area() > MOST_PIXELS) {
            int width = Math.min(block.width(), SIDE);
            return new SampleUnits(
                    plane, new Size(width, Math.min(block.height(), PIXELS / width)));
        }
        int width = several(block.width(), Math.min(plane.width(), SIDE));
        int height = several(block.height(), Math.max(1, PIXELS / width));
        return new SampleUnits(
                plane, new Size(Math.min(plane.width(), width), Math.min(plane.height(), height)));
    }

    /** The least multiple of a length that is not below another. */
    private static int several(int length, int atLeast) {
        return (int) Math.min(Integer.MAX_VALUE, ((atLeast - 1L) / length + 1) * length);
    }

    /** Units in a row. */
    int columns() {
        return (plane.width() - 1) / unit.width() + 1;
    }

    /** Rows of units. */
    int rows() {
        return (plane.height() - 1) / unit.height() + 1;
    }

    /** Number of units. */
    long count() {
        return (long) columns() * rows();
    }

    /** Pixels of a unit, counted row by row. */
    Region region(long index) {
        int x = (int) (index % columns()) * unit.width();
        int y = (int) (index / columns()) * unit.height();
        return new Region(
                x,
                y,
                Math.min(unit.width(), plane.width() - x),
                Math.min(unit.height(), plane.height() - y));
    }
}
