package sc.fiji.fastsam.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds, among boxes added so far, those that can overlap a given one. Boxes lie in grids by their
 * size, each in the one cell of its center. Not thread-safe.
 */
public final class BoxIndex {

    private static final int SMALLEST_CELL = 8;
    private static final int MAX_CELLS_A_SIDE = 1024;
    private static final int LEVELS = 20;

    private final Box frame;
    private final int[][] heads = new int[LEVELS][];
    private int[] ids = new int[64];
    private int[] next = new int[64];
    private int count;

    /**
     * An empty index.
     *
     * @param frame where most boxes lie; others are found all the same, but more slowly
     */
    public BoxIndex(Box frame) {
        this.frame = frame;
    }

    /** An empty index for boxes like these. */
    public static BoxIndex around(List<Box> boxes) {
        Box frame = new Box(0, 0, 1, 1);
        for (Box box : boxes) {
            frame = frame.union(box);
        }
        return new BoxIndex(frame);
    }

    /** An index of boxes under their positions in a list. */
    public static BoxIndex of(List<Box> boxes) {
        BoxIndex index = around(boxes);
        for (int i = 0; i < boxes.size(); i++) {
            index.add(i, boxes.get(i));
        }
        return index;
    }

    /** Adds a box under a number, which need not be unique. */
    public void add(int id, Box box) {
        int level = level(longSide(box));
        if (heads[level] == null) {
            heads[level] = new int[columns(level) * rows(level)];
            Arrays.fill(heads[level], -1);
        }
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
            next = Arrays.copyOf(next, 2 * count);
        }
        int cell = row(box.yCenter(), level) * columns(level) + column(box.xCenter(), level);
        ids[count] = id;
        next[count] = heads[level][cell];
        heads[level][cell] = count++;
    }

    /**
     * Asks for every box that overlaps a given one, until one is accepted.
     *
     * @param box to compare with
     * @param minIou boxes whose IoU does not exceed this may be left out, 0..1
     * @param accepts asked in no particular order, for some boxes below the limit too
     * @return true when one was accepted
     */
    public boolean anyMatch(Box box, double minIou, IntPredicate accepts) {
        for (int level = 0; level < LEVELS; level++) {
            if (heads[level] != null
                    && sizesFit(level, longSide(box), minIou)
                    && anyMatchIn(level, box, minIou, accepts)) {
                return true;
            }
        }
        return false;
    }

    /** IoU > t implies that each side exceeds t times the other box's. */
    private static boolean sizesFit(int level, float side, double minIou) {
        double slack = 1.0001;
        boolean largeEnough = level == LEVELS - 1 || reach(level) * slack >= minIou * side;
        boolean smallEnough = level == 0 || reach(level - 1) * minIou <= side * slack;
        return largeEnough && smallEnough;
    }

    private boolean anyMatchIn(int level, Box box, double minIou, IntPredicate accepts) {
        float dx = reach(box.width(), level, minIou);
        float dy = reach(box.height(), level, minIou);
        int lastColumn = column(box.xCenter() + dx, level);
        int lastRow = row(box.yCenter() + dy, level);
        for (int row = row(box.yCenter() - dy, level); row <= lastRow; row++) {
            for (int c = column(box.xCenter() - dx, level); c <= lastColumn; c++) {
                if (anyMatchInCell(heads[level][row * columns(level) + c], accepts)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean anyMatchInCell(int head, IntPredicate accepts) {
        for (int entry = head; entry >= 0; entry = next[entry]) {
            if (accepts.test(ids[entry])) {
                return true;
            }
        }
        return false;
    }

    /** How far apart the centers of boxes with a greater IoU can be, along one axis. */
    private static float reach(float side, int level, double minIou) {
        if (level == LEVELS - 1) {
            return Float.MAX_VALUE;
        }
        double other = reach(level);
        double equal = (1 - minIou) * side;
        double largest = (side + other) / 2 - minIou * Math.max(side, other);
        return (float) (Math.max(equal, largest) * 1.0001 + 0.01);
    }

    private static float longSide(Box box) {
        return Math.max(box.width(), box.height());
    }

    private static int level(float side) {
        int level = 0;
        while (level < LEVELS - 1 && !(reach(level) >= side)) {
            level++;
        }
        return level;
    }

    /** Longest side that a level takes. */
    private static double reach(int level) {
        return (double) SMALLEST_CELL * (1 << level);
    }

    private int columns(int level) {
        return cells(frame.width(), level);
    }

    private int rows(int level) {
        return cells(frame.height(), level);
    }

    private static int cells(float side, int level) {
        return (int) Math.max(1, Math.min(MAX_CELLS_A_SIDE, Math.ceil(side / reach(level))));
    }

    private int column(float x, int level) {
        return cell(x - frame.x0(), frame.width(), columns(level));
    }

    private int row(float y, int level) {
        return cell(y - frame.y0(), frame.height(), rows(level));
    }

    private static int cell(float distance, float side, int cells) {
        return (int) Math.max(0, Math.min(cells - 1, Math.floor(distance / side * cells)));
    }
}
