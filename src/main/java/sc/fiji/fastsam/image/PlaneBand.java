package sc.fiji.fastsam.image;

import sc.fiji.fastsam.geometry.Region;

/**
 * Pixels of a plane that are in memory.
 *
 * @param pixels the plane or a part of it
 * @param region where they lie in the plane
 */
public record PlaneBand(RgbImage pixels, Region region) {

    /** Index in the pixels' arrays of a pixel of the plane, which must be among them. */
    public int index(int x, int y) {
        return (y - region.y()) * region.width() + x - region.x();
    }

    /** True when a row of the plane is among them. */
    boolean hasRow(int y) {
        return y >= region.y() && y < region.yEnd();
    }
}
