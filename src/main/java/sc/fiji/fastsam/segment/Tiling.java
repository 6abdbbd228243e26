package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/**
 * Covers a plane with overlapping tiles of equal size: as small as their number allows, or, where
 * the network takes one size, as large as that is, so that nothing is padded.
 *
 * @param largest greatest size of a tile, in network pixels
 * @param overlap least overlap of neighbors, in network pixels, below the shorter side
 * @param exact true when no tile may exceed that size, as for a network of one size or few sizes
 */
record Tiling(Size largest, int overlap, boolean exact) {

    /** A plane may be longer than a tile by this factor before it is cut. */
    private static final double TOLERANCE = 1.25;

    /**
     * @param plane size of the plane, in source pixels
     * @param gain network pixels per source pixel
     * @return tiles row by row
     */
    List<Tile> cover(Size plane, double gain) {
        Axis x = new Axis(plane.width(), gain, largest.width());
        Axis y = new Axis(plane.height(), gain, largest.height());
        int[] columns = starts(x);
        int[] rows = starts(y);
        int width = side(x, columns.length);
        int height = side(y, rows.length);
        List<Tile> tiles = new ArrayList<>();
        for (int top : rows) {
            for (int left : columns) {
                tiles.add(new Tile(new Region(left, top, width, height), plane));
            }
        }
        return tiles;
    }

    /** One side of the plane (source pixels) and the greatest side of a tile (network pixels). */
    private record Axis(int length, double gain, int tileSide) {}

    private int[] starts(Axis axis) {
        double scaled = axis.length * axis.gain;
        // NB: half a pixel, as a content's sides are rounded.
        if (scaled < axis.tileSide * (exact ? 1 : TOLERANCE) + 0.5) {
            return new int[1];
        }
        double largest = exact ? largest(axis) * axis.gain : axis.tileSide;
        int count = (int) Math.ceil((scaled - overlap) / Math.max(1, largest - overlap));
        int[] starts = new int[Math.max(2, count)];
        int side = side(axis, starts.length);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (int) ((long) (axis.length - side) * i / (starts.length - 1));
        }
        return starts;
    }

    /** Side in source pixels of each of {@code count} tiles that share out a length. */
    private int side(Axis axis, int count) {
        if (count == 1) {
            return axis.length;
        }
        if (exact) {
            return largest(axis);
        }
        double even = (axis.length * axis.gain + (count - 1.0) * overlap) / count;
        double scaled = Math.min(even, axis.tileSide);
        return Math.min(axis.length, (int) Math.ceil(scaled / axis.gain));
    }

    /** Most source pixels that are no more than a tile's side in network pixels. */
    private static int largest(Axis axis) {
        return Math.max(1, (int) (axis.tileSide / axis.gain));
    }
}
