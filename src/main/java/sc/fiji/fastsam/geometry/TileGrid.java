package sc.fiji.fastsam.geometry;

/**
 * A plane cut into tiles of one size, row by row from its upper left corner; those at the right and
 * lower border are smaller.
 *
 * @param plane size of the plane
 * @param tile size of a whole tile; may exceed the plane
 */
public record TileGrid(Size plane, Size tile) {

    /** Tiles in a row. */
    public int across() {
        return (plane.width() - 1) / tile.width() + 1;
    }

    /** Rows of tiles. */
    public int down() {
        return (plane.height() - 1) / tile.height() + 1;
    }

    /** Number of tiles. */
    public long count() {
        return (long) across() * down();
    }

    /** Pixels of the plane that a tile holds. */
    public Region region(int column, int row) {
        int x = column * tile.width();
        int y = row * tile.height();
        return new Region(
                x,
                y,
                Math.min(tile.width(), plane.width() - x),
                Math.min(tile.height(), plane.height() - y));
    }

    /** Likewise, of the tile at such a place, 0 to {@code count() - 1}. */
    public Region region(long index) {
        return region((int) (index % across()), (int) (index / across()));
    }

    /** True when there is such a tile. */
    public boolean contains(int column, int row) {
        return column >= 0 && column < across() && row >= 0 && row < down();
    }
}
