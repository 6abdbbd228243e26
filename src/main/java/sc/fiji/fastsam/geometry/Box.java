package sc.fiji.fastsam.geometry;

/**
 * Axis-parallel rectangle with sub-pixel edges, half-open: a pixel {@code (i, j)} lies inside when
 * {@code x0 <= i < x1} and {@code y0 <= j < y1}. The frame (network or source pixels) is named by
 * whoever holds the box.
 *
 * @param x0 left edge
 * @param y0 top edge
 * @param x1 right edge, not less than {@code x0} unless the box is empty
 * @param y1 bottom edge, not less than {@code y0} unless the box is empty
 */
public record Box(float x0, float y0, float x1, float y1) {

    /** The box with the given center and sides. */
    public static Box ofCenter(float xCenter, float yCenter, float width, float height) {
        return new Box(
                xCenter - width / 2,
                yCenter - height / 2,
                xCenter + width / 2,
                yCenter + height / 2);
    }

    /** Width, 0 for an empty box. */
    public float width() {
        return Math.max(0, x1 - x0);
    }

    /** Height, 0 for an empty box. */
    public float height() {
        return Math.max(0, y1 - y0);
    }

    /** Area in square pixels, 0 for an empty box. */
    public float area() {
        return width() * height();
    }

    /** Horizontal center. */
    public float xCenter() {
        return (x0 + x1) / 2;
    }

    /** Vertical center. */
    public float yCenter() {
        return (y0 + y1) / 2;
    }

    /** The part common to both boxes; its area is 0 when they do not overlap. */
    public Box intersection(Box other) {
        return new Box(
                Math.max(x0, other.x0),
                Math.max(y0, other.y0),
                Math.min(x1, other.x1),
                Math.min(y1, other.y1));
    }

    /** The smallest box that holds both. */
    public Box union(Box other) {
        return new Box(
                Math.min(x0, other.x0),
                Math.min(y0, other.y0),
                Math.max(x1, other.x1),
                Math.max(y1, other.y1));
    }

    /** Area of the intersection over area of the union, 0..1; 0 when both are empty. */
    public float iou(Box other) {
        float common = intersection(other).area();
        float total = area() + other.area() - common;
        return total > 0 ? common / total : 0;
    }

    /** This box with every edge moved into {@code 0..width} and {@code 0..height}. */
    public Box clampTo(Size size) {
        return new Box(
                clamp(x0, size.width()),
                clamp(y0, size.height()),
                clamp(x1, size.width()),
                clamp(y1, size.height()));
    }

    /** This box moved by the given offsets. */
    public Box translate(float dx, float dy) {
        return new Box(x0 + dx, y0 + dy, x1 + dx, y1 + dy);
    }

    /** This box grown by a margin on all four sides; a negative margin shrinks it. */
    public Box grow(float margin) {
        return new Box(x0 - margin, y0 - margin, x1 + margin, y1 + margin);
    }

    private static float clamp(float value, int limit) {
        return Math.max(0, Math.min(limit, value));
    }
}
