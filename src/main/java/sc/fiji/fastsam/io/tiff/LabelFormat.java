package sc.fiji.fastsam.io.tiff;

import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.TileGrid;

/**
 * What a label image will be.
 *
 * @param size of a plane
 * @param planes number of planes along each axis
 * @param bits of a label: 16 (up to 65535) or 32
 * @param pixelSize of the image that was segmented
 */
public record LabelFormat(Size size, PlaneCounts planes, int bits, PixelSize pixelSize) {

    /** Side of the tiles that labels come in. */
    static final int TILE = 512;

    /** Up to so many pixels a plane is stored in strips, which ImageJ reads; beyond in tiles. */
    private static final long MOST_IN_STRIPS = 1L << 28;

    /** Beyond so many bytes of labels, offsets take 64 bits. */
    private static final double MOST_IN_CLASSIC = 3.9e9;

    /**
     * @throws IllegalArgumentException if the bits are neither 16 nor 32
     */
    public LabelFormat {
        if (bits != 16 && bits != 32) {
            throw new IllegalArgumentException("bits must be 16 or 32, but was " + bits + ".");
        }
    }

    /** The largest label that fits. */
    public int largest() {
        return bits == 16 ? 65_535 : Integer.MAX_VALUE;
    }

    int bytes() {
        return bits / 8;
    }

    boolean isTiled() {
        return size.area() > MOST_IN_STRIPS || size.width() > TILE * TILE;
    }

    boolean isBig() {
        return (double) size.area() * planes.total() * bytes() > MOST_IN_CLASSIC;
    }

    TileGrid grid() {
        return new TileGrid(size, new Size(TILE, TILE));
    }

    /** Blocks of a plane: its tiles, or its strips. */
    int blocks() {
        return isTiled() ? Math.toIntExact(grid().count()) : grid().down();
    }
}
