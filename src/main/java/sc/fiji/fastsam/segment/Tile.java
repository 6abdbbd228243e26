package sc.fiji.fastsam.segment;

import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/**
 * A part of a plane that the network sees at once.
 *
 * @param region its pixels, in source coordinates
 * @param plane size of the whole plane, in source pixels
 */
record Tile(Region region, Size plane) {

    /** An object this close to an inner edge counts as cut, in network pixels. */
    private static final double CUT_MARGIN = 2;

    /** The whole plane as one tile. */
    static Tile whole(Size plane) {
        return new Tile(Region.of(plane), plane);
    }

    /**
     * True when pixels (source coordinates) come within two network pixels of an edge of the tile
     * that is not an edge of the plane: the object may go on beyond it.
     *
     * @param gain network pixels per source pixel
     */
    boolean cuts(Region pixels, double gain) {
        int margin = (int) Math.ceil(CUT_MARGIN / gain);
        return region.x() > 0 && pixels.x() < region.x() + margin
                || region.y() > 0 && pixels.y() < region.y() + margin
                || region.xEnd() < plane.width() && pixels.xEnd() > region.xEnd() - margin
                || region.yEnd() < plane.height() && pixels.yEnd() > region.yEnd() - margin;
    }
}
