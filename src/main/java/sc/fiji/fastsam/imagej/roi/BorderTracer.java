package sc.fiji.fastsam.imagej.roi;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;

/**
 * Walks along the borders of a mask, set pixels on the right hand. The borders, filled by the
 * even-odd rule, give the mask.
 *
 * <p>Every border, also a hole's, climbs past the left edge of some run of set pixels. So each walk
 * starts at the first left edge that no walk has passed yet. Time goes with the bounding area over
 * 64 plus the length of the borders.
 */
final class BorderTracer {

    private static final int SHIFT = 6;

    private static final int UP = 0;
    private static final int RIGHT = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 3;
    private static final int[] STEP_X = {0, 1, 0, -1};
    private static final int[] STEP_Y = {-1, 0, 1, 0};

    /** Offset from a corner to the pixel ahead on the left, by direction. */
    private static final int[] AHEAD_LEFT_X = {-1, 0, 0, -1};

    private static final int[] AHEAD_LEFT_Y = {-1, -1, 0, 0};

    private final Mask mask;
    private final boolean acrossCorners;
    private final Region bounds;
    private final int wordsPerRow;

    /** A bit for each pixel of the bounds, rows begin with words of their own. */
    private final long[] leftEdges;

    private BorderTracer(Mask mask, boolean acrossCorners) {
        this.mask = mask;
        this.acrossCorners = acrossCorners;
        this.bounds = mask.bounds();
        this.wordsPerRow = (bounds.width() + 63) >> SHIFT;
        this.leftEdges = new long[Math.multiplyExact(wordsPerRow, bounds.height())];
        mask.forEachRun((y, x0, x1) -> leftEdges[word(x0, y)] |= 1L << x0 - bounds.x());
    }

    /**
     * All borders of a mask, by the first pixel they pass; the first is an outer one. Pixels that
     * touch at a corner belong to one part (as ImageJ's wand has it), so a hole that touches the
     * outside at a corner is a hole.
     */
    static List<Border> trace(Mask mask) {
        return new BorderTracer(mask, true).trace();
    }

    /** Likewise, where pixels that only touch at a corner are parts of their own. */
    static List<Border> traceParts(Mask mask) {
        return new BorderTracer(mask, false).trace();
    }

    private List<Border> trace() {
        List<Border> borders = new ArrayList<>(1);
        for (int word = 0; word < leftEdges.length; word++) {
            while (leftEdges[word] != 0) {
                int bit = Long.numberOfTrailingZeros(leftEdges[word]);
                int x = bounds.x() + (word % wordsPerRow << SHIFT) + bit;
                borders.add(walk(x, bounds.y() + word / wordsPerRow));
            }
        }
        return borders;
    }

    /** Walks upwards along the left edge of a pixel until back at it. */
    private Border walk(int xStart, int yStart) {
        Border.Builder border = new Border.Builder();
        int x = xStart;
        int y = yStart + 1;
        int direction = UP;
        do {
            if (direction == UP) {
                leftEdges[word(x, y - 1)] &= ~(1L << x - bounds.x());
            }
            x += STEP_X[direction];
            y += STEP_Y[direction];
            int next = turn(x, y, direction);
            if (next != direction) {
                border.add(x, y);
            }
            direction = next;
        } while (x != xStart || y != yStart + 1 || direction != UP);
        return border.toBorder();
    }

    private int turn(int x, int y, int direction) {
        if (acrossCorners && isLeftSet(x, y, direction)) {
            return (direction + 3) & 3;
        }
        int right = (direction + 1) & 3;
        if (!isLeftSet(x, y, right)) {
            return right;
        }
        return !acrossCorners && isLeftSet(x, y, direction) ? (direction + 3) & 3 : direction;
    }

    /**
     * The pixel ahead on the left. NB: that on the right is on the left of who has turned right.
     */
    private boolean isLeftSet(int x, int y, int direction) {
        return mask.contains(x + AHEAD_LEFT_X[direction], y + AHEAD_LEFT_Y[direction]);
    }

    private int word(int x, int y) {
        return (y - bounds.y()) * wordsPerRow + (x - bounds.x() >> SHIFT);
    }
}
