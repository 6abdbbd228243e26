package sc.fiji.fastsam.imagej.roi;

import java.awt.geom.Path2D;
import java.util.Arrays;
import sc.fiji.fastsam.geometry.Region;

/**
 * A closed border along the edges of pixels: the outside of a part or the inside of a hole. Edges
 * are horizontal and vertical in turn; the last vertex joins the first, which does not come again.
 *
 * @param x of the vertices, pixel edges in source coordinates; not a copy, not to be changed
 * @param y likewise
 */
public record Border(int[] x, int[] y) {

    /**
     * Area in square pixels: positive where the enclosed pixels lie on the right hand of the way
     * (with y downwards), as at the outside of a part, negative round a hole.
     */
    long area() {
        long twice = 0;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            twice += (long) x[j] * y[i] - (long) x[i] * y[j];
        }
        return twice / 2;
    }

    /** The smallest region that holds all enclosed pixels. */
    Region bounds() {
        int left = Arrays.stream(x).min().orElseThrow();
        int top = Arrays.stream(y).min().orElseThrow();
        return new Region(
                left,
                top,
                Arrays.stream(x).max().orElseThrow() - left,
                Arrays.stream(y).max().orElseThrow() - top);
    }

    /** Whether a pixel is enclosed. */
    boolean encloses(int px, int py) {
        boolean inside = false;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            // NB: of horizontal edges none is crossed, and vertical ones have one x.
            inside ^= y[i] > py != y[j] > py && px < x[i];
        }
        return inside;
    }

    /** Appends the border to a path as a closed polygon. */
    void appendTo(Path2D path) {
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], y[i]);
        }
        path.closePath();
    }

    /** Collects vertices. */
    static final class Builder {

        private int[] x = new int[32];
        private int[] y = new int[32];
        private int count;

        void add(int vertexX, int vertexY) {
            if (count == x.length) {
                x = Arrays.copyOf(x, 2 * count);
                y = Arrays.copyOf(y, 2 * count);
            }
            x[count] = vertexX;
            y[count++] = vertexY;
        }

        Border toBorder() {
            return new Border(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
        }
    }
}
