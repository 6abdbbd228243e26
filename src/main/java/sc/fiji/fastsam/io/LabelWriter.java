package sc.fiji.fastsam.io;

import java.io.Closeable;
import java.io.IOException;
import sc.fiji.fastsam.geometry.TileGrid;

/**
 * Writes a label image tile by tile, in any order: memory goes with a row of tiles. The image is
 * there, whole, after {@link #finish}; a writer that is closed before leaves nothing. Not
 * thread-safe.
 */
public interface LabelWriter extends Closeable {

    /** The tiles in which labels come. */
    TileGrid grid();

    /** Number of planes along each axis. */
    PlaneCounts planes();

    /**
     * Writes a tile, once each. Tiles that never come are background.
     *
     * @param plane counted from 0, channels fastest, then slices
     * @param labels of the tile's region, row by row; only read
     * @throws IllegalArgumentException if there is no such tile, or a label is negative or too
     *     large
     * @throws IOException if it cannot be written
     */
    void write(int plane, int column, int row, int[] labels) throws IOException;

    /**
     * Likewise labels of 16 bits.
     *
     * @param labels unsigned
     * @throws IllegalArgumentException if there is no such tile
     * @throws IOException as above
     */
    default void write(int plane, int column, int row, short[] labels) throws IOException {
        int[] all = new int[labels.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = labels[i] & 0xffff;
        }
        write(plane, column, row, all);
    }

    /**
     * Completes the image and gives it its name, over what is there.
     *
     * @throws IOException if that is not possible; then nothing is left but what was there before
     */
    void finish() throws IOException;

    /**
     * Refuses what is no tile.
     *
     * @param count number of labels
     * @throws IllegalArgumentException if there is no such tile
     */
    default void check(int plane, int column, int row, int count) {
        boolean inside = plane >= 0 && plane < planes().total() && grid().contains(column, row);
        if (!inside || count != grid().region(column, row).area()) {
            throw new IllegalArgumentException(
                    "There is no tile "
                            + column
                            + ", "
                            + row
                            + " of "
                            + count
                            + " labels in plane "
                            + plane
                            + " of "
                            + grid().plane()
                            + " pixels and "
                            + planes()
                            + ".");
        }
    }
}
