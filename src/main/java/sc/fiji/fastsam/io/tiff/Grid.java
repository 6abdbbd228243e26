package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.geometry.TileGrid;

/**
 * Size of a page and of the blocks that it is stored in: tiles, or strips as wide as the page.
 *
 * @param size of the page
 * @param block of a block; strips are at most as high as the page
 * @param tiled true for tiles, which are stored whole even where they hang over the border
 */
record Grid(Size size, Size block, boolean tiled) {

    /**
     * @throws IOException if a size is missing, zero or beyond 2^31 - 1
     */
    static Grid of(Ifd ifd) throws IOException {
        Size size = size(ifd, Tags.WIDTH, Tags.HEIGHT, "a page");
        if (ifd.has(Tags.TILE_WIDTH) || ifd.has(Tags.TILE_OFFSETS)) {
            return new Grid(size, size(ifd, Tags.TILE_WIDTH, Tags.TILE_HEIGHT, "tiles"), true);
        }
        long rows = Math.min(ifd.number(Tags.ROWS_PER_STRIP, size.height()), size.height());
        if (rows < 1) {
            throw Refusal.damaged(ifd.page(), "has strips of " + rows + " rows");
        }
        return new Grid(size, new Size(size.width(), (int) rows), false);
    }

    private static Size size(Ifd ifd, int widthTag, int heightTag, String what) throws IOException {
        long width = ifd.number(widthTag, 0);
        long height = ifd.number(heightTag, 0);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw Refusal.damaged(
                    ifd.page(),
                    "has no pixels: "
                            + what
                            + " of "
                            + Long.toUnsignedString(width)
                            + " x "
                            + Long.toUnsignedString(height));
        }
        return new Size((int) width, (int) height);
    }

    private TileGrid blocks() {
        return new TileGrid(size, block);
    }

    /** Number of blocks in a row. */
    int across() {
        return blocks().across();
    }

    /** Number of blocks of one plane. */
    long count() {
        return blocks().count();
    }

    /** Rows that are stored in a block. */
    int storedRows(int blockRow) {
        return tiled ? block.height() : region(0, blockRow).height();
    }

    /** Pixels of the page that a block holds. */
    Region region(int column, int row) {
        return blocks().region(column, row);
    }

    /** "tile 4" or "strip 4", counted from 1. */
    String name(long index) {
        return (tiled ? "tile " : "strip ") + (index + 1);
    }
}
