package sc.fiji.fastsam.geometry;

/**
 * Rectangle of whole pixels: columns {@code x .. x + width - 1}, rows {@code y .. y + height - 1}.
 *
 * @param x leftmost column
 * @param y topmost row
 * @param width number of columns, 0 or more
 * @param height number of rows, 0 or more
 */
public record Region(int x, int y, int width, int height) {

    /**
     * @throws IllegalArgumentException if a side is negative
     */
    public Region {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException(
                    "The sides of a region must not be negative, but were "
                            + width
                            + " x "
                            + height
                            + ".");
        }
    }

    /** All pixels of a raster whose first pixel is (0, 0). */
    public static Region of(Size size) {
        return new Region(0, 0, size.width(), size.height());
    }

    /** Pixels whose index i satisfies {@code x0 <= i < x1}, likewise for rows. */
    public static Region ofPixelsIn(Box box) {
        int x = (int) Math.ceil(box.x0());
        int y = (int) Math.ceil(box.y0());
        int xEnd = (int) Math.ceil(box.x1());
        int yEnd = (int) Math.ceil(box.y1());
        return new Region(x, y, Math.max(0, xEnd - x), Math.max(0, yEnd - y));
    }

    /** Pixels that a box covers at least a part of. */
    public static Region ofPixelsTouching(Box box) {
        int x = (int) Math.floor(box.x0());
        int y = (int) Math.floor(box.y0());
        int xEnd = (int) Math.ceil(box.x1());
        int yEnd = (int) Math.ceil(box.y1());
        return new Region(x, y, Math.max(0, xEnd - x), Math.max(0, yEnd - y));
    }

    /** First column right of the region. */
    public int xEnd() {
        return x + width;
    }

    /** First row below the region. */
    public int yEnd() {
        return y + height;
    }

    /** Number of pixels. */
    public long area() {
        return (long) width * height;
    }

    /** True when the region holds no pixel. */
    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    /** Width and height; the region must not be empty. */
    public Size size() {
        return new Size(width, height);
    }

    /** True when the pixel lies inside. */
    public boolean contains(int px, int py) {
        return px >= x && px < xEnd() && py >= y && py < yEnd();
    }

    /** The common pixels; empty (0 x 0 at the corner) when there are none. */
    public Region intersection(Region other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        int common = Math.min(xEnd(), other.xEnd()) - left;
        int rows = Math.min(yEnd(), other.yEnd()) - top;
        return common <= 0 || rows <= 0
                ? new Region(left, top, 0, 0)
                : new Region(left, top, common, rows);
    }

    /** The smallest region that holds the pixels of both. */
    public Region union(Region other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Region(
                left,
                top,
                Math.max(xEnd(), other.xEnd()) - left,
                Math.max(yEnd(), other.yEnd()) - top);
    }

    /** This region moved by whole pixels. */
    public Region translate(int dx, int dy) {
        return new Region(x + dx, y + dy, width, height);
    }

    /** This region grown by pixels on all four sides; a negative number shrinks it. */
    public Region grow(int margin) {
        return new Region(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    /** The same rectangle with its outer pixel edges. */
    public Box toBox() {
        return new Box(x, y, xEnd(), yEnd());
    }

    /** NB: as Java would have it; but making that takes milliseconds of each start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Region r
                && x == r.x
                && y == r.y
                && width == r.width
                && height == r.height;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * x + y) + width) + height;
    }
}
