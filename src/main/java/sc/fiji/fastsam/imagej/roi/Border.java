package sc.fiji.fastsam.imagej.roi;

import java.awt.geom.Path2D;
import java.util.Arrays;

/**
 * A closed border along the edges of pixels: the outside of a part or the inside of a hole. Edges
 * are horizontal and vertical in turn; the last vertex joins the first.
 *
 * @param x of the vertices, pixel edges in source coordinates
 * @param y likewise
 */
record Border(int[] x, int[] y) {

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
