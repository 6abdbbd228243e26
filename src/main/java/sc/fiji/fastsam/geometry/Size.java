package sc.fiji.fastsam.geometry;

/**
 * Width and height of a raster, in pixels.
 *
 * @param width number of columns, at least 1
 * @param height number of rows, at least 1
 */
public record Size(int width, int height) {

    /**
     * @throws IllegalArgumentException if a side is below 1
     */
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "A size must be at least 1 x 1, but was " + width + " x " + height + ".");
        }
    }

    /** Number of pixels. */
    public long area() {
        return (long) width * height;
    }

    /** The longer side. */
    public int longSide() {
        return Math.max(width, height);
    }

    /** "width x height". */
    @Override
    public String toString() {
        return width + " x " + height;
    }

    /** NB: as Java would have it; but making that takes milliseconds of each start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Size r && width == r.width && height == r.height;
    }

    @Override
    public int hashCode() {
        return 31 * width + height;
    }
}
