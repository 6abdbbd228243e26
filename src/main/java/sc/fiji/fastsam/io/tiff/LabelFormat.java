package sc.fiji.fastsam.io.tiff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.geometry.TileGrid;
import sc.fiji.fastsam.io.ColorTable;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PlaneCounts;

/**
 * What a label image will be.
 *
 * @param size of a plane
 * @param planes number of planes along each axis
 * @param bits of a label: 16 (up to 65535) or 32
 * @param pixelSize of the image that was segmented
 * @param settings what ImageJ's description says besides, by key, in order
 * @param colors of the labels in ImageJ, by its display range; nothing = gray
 */
public record LabelFormat(
        Size size,
        PlaneCounts planes,
        int bits,
        PixelSize pixelSize,
        Map<String, String> settings,
        Optional<ColorTable> colors) {

    /** Side of the tiles that labels come in. */
    static final int TILE = 512;

    /** Up to so many pixels a plane is stored in strips, which ImageJ reads; beyond in tiles. */
    private static final long MOST_IN_STRIPS = 1L << 28;

    /** Beyond so many bytes of labels, offsets take 64 bits. */
    private static final double MOST_IN_CLASSIC = 3.9e9;

    /** In gray, from 0 to the greatest label. */
    public LabelFormat(Size size, PlaneCounts planes, int bits, PixelSize pixelSize) {
        this(size, planes, bits, pixelSize, Map.of(), Optional.empty());
    }

    /**
     * Copies the settings.
     *
     * @throws IllegalArgumentException if the bits are neither 16 nor 32
     */
    public LabelFormat {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
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

    /** True where offsets take 64 bits: beyond 3.9 GB of labels. */
    public boolean isBig() {
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
