package sc.fiji.fastsam.imagej.measure;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.FloatPolygon;
import java.util.Arrays;

/**
 * Convex hulls as ImageJ gives them, to the last point: its corners alone, counterclockwise on the
 * screen from the leftmost of the topmost ones. ImageJ goes round all points for each corner;
 * outlines of masks, whose points lie on a grid, need two points a row.
 */
final class ConvexHull {

    /** Most rows that are looked at. */
    private static final int MOST_ROWS = 1 << 16;

    private final int[] leftmost;
    private final int[] rightmost;
    private final int top;
    private final float[] x;
    private final float[] y;
    private int corners;

    private ConvexHull(FloatPolygon outline, int top, int rows) {
        this.top = top;
        leftmost = new int[rows];
        rightmost = new int[rows];
        Arrays.fill(leftmost, Integer.MAX_VALUE);
        Arrays.fill(rightmost, Integer.MIN_VALUE);
        for (int i = 0; i < outline.npoints; i++) {
            int row = (int) outline.ypoints[i] - top;
            leftmost[row] = Math.min(leftmost[row], (int) outline.xpoints[i]);
            rightmost[row] = Math.max(rightmost[row], (int) outline.xpoints[i]);
        }
        x = new float[2 * rows];
        y = new float[2 * rows];
    }

    /** Of a region. NB: those of several outlines are left to ImageJ. */
    static FloatPolygon of(Roi region) {
        return region instanceof ShapeRoi
                ? region.getFloatConvexHull()
                : of(region.getFloatPolygon(""));
    }

    /**
     * @param outline not empty
     */
    static FloatPolygon of(FloatPolygon outline) {
        float top = Float.POSITIVE_INFINITY;
        float bottom = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < outline.npoints; i++) {
            float px = outline.xpoints[i];
            float py = outline.ypoints[i];
            if (px != (int) px || py != (int) py) {
                return outline.getConvexHull();
            }
            top = Math.min(top, py);
            bottom = Math.max(bottom, py);
        }
        return bottom - top < MOST_ROWS
                ? new ConvexHull(outline, (int) top, (int) (bottom - top) + 1).corners()
                : outline.getConvexHull();
    }

    /** Down at the left, up at the right. */
    private FloatPolygon corners() {
        int last = leftmost.length - 1;
        int first = 0;
        for (int row = 0; row <= last; row++) {
            if (rightmost[row] >= leftmost[row]) {
                add(leftmost[row], row, first);
            }
        }
        boolean pointed = leftmost[last] == rightmost[last];
        first = pointed ? corners - 1 : corners;
        for (int row = pointed ? last - 1 : last; row >= 0; row--) {
            if (rightmost[row] >= leftmost[row]) {
                add(rightmost[row], row, first);
            }
        }
        // NB: then the last is the first again.
        boolean closed = corners > 1 && leftmost[0] == rightmost[0];
        int count = closed ? corners - 1 : corners;
        return new FloatPolygon(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    /**
     * Adds a point to a side; those before it that lie on or inside of the line to it go.
     *
     * @param first corner of the side, which stays
     */
    private void add(int column, int row, int first) {
        while (corners >= first + 2 && isNoCorner(corners - 1, column, row + top)) {
            corners--;
        }
        x[corners] = column;
        y[corners] = row + top;
        corners++;
    }

    private boolean isNoCorner(int corner, double column, double row) {
        double dx = (double) x[corner] - x[corner - 1];
        double dy = (double) y[corner] - y[corner - 1];
        return dx * (row - y[corner]) - dy * (column - x[corner]) >= 0;
    }
}
