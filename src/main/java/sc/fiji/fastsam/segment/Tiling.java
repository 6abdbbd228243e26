package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/**
 * Covers a plane with overlapping tiles of about equal size.
 *
 * @param tileSide greatest side of a tile, in network pixels
 * @param overlap least overlap of neighbours, in network pixels, below the side
 */
record Tiling(int tileSide, int overlap) {

    /** A plane may be longer than a tile by this factor before it is cut. */
    private static final double TOLERANCE = 1.25;

    /**
     * @param plane size of the plane, in source pixels
     * @param gain network pixels per source pixel
     * @param exact true when no tile may exceed the side, as for a network of fixed size
     * @return tiles row by row
     */
    List<Tile> cover(Size plane, double gain, boolean exact) {
        int[] columns = starts(plane.width(), gain, exact);
        int[] rows = starts(plane.height(), gain, exact);
        int width = side(plane.width(), columns.length, gain);
        int height = side(plane.height(), rows.length, gain);
        List<Tile> tiles = new ArrayList<>();
        for (int y : rows) {
            for (int x : columns) {
                tiles.add(new Tile(new Region(x, y, width, height), plane));
            }
        }
        return tiles;
    }

    private int[] starts(int length, double gain, boolean exact) {
        double longest = tileSide * (exact ? 1 : TOLERANCE);
        // NB: half a pixel, as a content's sides are rounded.
        if (length * gain < longest + 0.5) {
            return new int[1];
        }
        double scaled = length * gain;
        int count = Math.max(2, (int) Math.ceil((scaled - overlap) / (tileSide - overlap)));
        int side = side(length, count, gain);
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = (int) ((long) (length - side) * i / (count - 1));
        }
        return starts;
    }

    /** Side in source pixels of each of {@code count} tiles that share out a length. */
    private int side(int length, int count, double gain) {
        if (count == 1) {
            return length;
        }
        double even = (length * gain + (count - 1.0) * overlap) / count;
        return Math.min(length, (int) Math.ceil(Math.min(even, tileSide) / gain));
    }
}
