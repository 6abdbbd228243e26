package sc.fiji.fastsam.imagej.roi;

import java.util.Arrays;
import java.util.List;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;

/**
 * Outlines of objects on a picture that is smaller than their image, one pixel of the picture wide
 * and smooth. Thousands take milliseconds, which Java's own drawing does not at its first use.
 */
final class SmallOutlines {

    /** Between two points of a line, in pixels of the picture. */
    private static final double STEP = 0.25;

    private final int[] rgb;
    private final Size size;
    private final double xScale;
    private final double yScale;

    /** How much of each pixel the object at hand covers, 0..1. */
    private final float[] cover;

    private int x0;
    private int y0;
    private int x1;
    private int y1;

    /**
     * @param rgb pixels of the picture, drawn on
     * @param size of the picture
     * @param image size of the objects' image
     */
    SmallOutlines(int[] rgb, Size size, Size image) {
        this.rgb = rgb;
        this.size = size;
        this.xScale = (double) size.width() / image.width();
        this.yScale = (double) size.height() / image.height();
        this.cover = new float[rgb.length];
    }

    /** The picture. */
    int[] rgb() {
        return rgb;
    }

    /** Draws the outline of an object. */
    void draw(Mask mask, int color) {
        List<Border> borders = BorderTracer.trace(mask);
        x0 = size.width();
        y0 = size.height();
        x1 = -1;
        y1 = -1;
        borders.forEach(this::follow);
        blend(color);
    }

    private void follow(Border border) {
        int last = border.x().length - 1;
        double x = border.x()[last] * xScale;
        double y = border.y()[last] * yScale;
        for (int i = 0; i <= last; i++) {
            double nextX = border.x()[i] * xScale;
            double nextY = border.y()[i] * yScale;
            double length = Math.abs(nextX - x) + Math.abs(nextY - y);
            // NB: corners closer than a step are passed over, but not the last.
            if (length >= STEP || i == last) {
                line(x, y, nextX, nextY, Math.max(1, (int) Math.ceil(length / STEP)));
                x = nextX;
                y = nextY;
            }
        }
    }

    private void line(double fromX, double fromY, double toX, double toY, int steps) {
        for (int i = 1; i <= steps; i++) {
            double part = (double) i / steps;
            // NB: the center of a pixel lies half a pixel from its edge.
            add(fromX + part * (toX - fromX) - 0.5, fromY + part * (toY - fromY) - 0.5);
        }
    }

    private void add(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float below = (float) (y - top);
        cover(left, top, (1 - right) * (1 - below));
        cover(left + 1, top, right * (1 - below));
        cover(left, top + 1, (1 - right) * below);
        cover(left + 1, top + 1, right * below);
    }

    private void cover(int x, int y, float share) {
        if (x >= 0 && y >= 0 && x < size.width() && y < size.height()) {
            int i = y * size.width() + x;
            cover[i] = Math.max(cover[i], share);
            x0 = Math.min(x0, x);
            y0 = Math.min(y0, y);
            x1 = Math.max(x1, x);
            y1 = Math.max(y1, y);
        }
    }

    private void blend(int color) {
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                int i = y * size.width() + x;
                rgb[i] = mix(rgb[i], color, cover[i]);
            }
            Arrays.fill(cover, y * size.width() + x0, y * size.width() + x1 + 1, 0);
        }
    }

    private static int mix(int below, int above, float share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            float from = below >> shift & 0xff;
            float to = above >> shift & 0xff;
            mixed |= Math.round(from + share * (to - from)) << shift;
        }
        return mixed;
    }
}
