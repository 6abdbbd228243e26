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

    /** The whole plane as one tile. */
    static Tile whole(Size plane) {
        return new Tile(Region.of(plane), plane);
    }

    /**
     * True when pixels (source coordinates) come within a margin of an edge of the tile that is not
     * an edge of the plane: the object may go on beyond it.
     */
    boolean cuts(Region pixels, int margin) {
        return region.x() > 0 && pixels.x() < region.x() + margin
                || region.y() > 0 && pixels.y() < region.y() + margin
                || region.xEnd() < plane.width() && pixels.xEnd() > region.xEnd() - margin
                || region.yEnd() < plane.height() && pixels.yEnd() > region.yEnd() - margin;
    }
}
