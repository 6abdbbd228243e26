package sc.fiji.fastsam.prompt;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * Finds the objects at a pixel or near a box without looking at all of them: a grid of square cells
 * over the plane, each with the objects whose mask's bounds touch it. Objects over a large part of
 * the plane are held apart, so memory grows with the number of objects and not with their area.
 * Immutable and thread-safe.
 */
public final class ObjectIndex {

    private static final int MAX_CELLS_PER_SIDE = 128;
    private static final int MIN_CELL = 32;
    private static final int MAX_CELLS_OF_AN_OBJECT = 64;

    private final List<SegmentedObject> objects;
    private final Region plane;
    private final int cell;
    private final int columns;
    private final int[] starts;
    private final int[] entries;
    private final int[] large;

    private ObjectIndex(Size size, List<SegmentedObject> objects) {
        this.objects = objects;
        this.plane = Region.of(size);
        this.cell = Math.max(MIN_CELL, ceilDiv(size.longSide(), MAX_CELLS_PER_SIDE));
        this.columns = ceilDiv(size.width(), cell);
        this.starts = new int[columns * ceilDiv(size.height(), cell) + 1];
        this.large = largeObjects();
        count();
        this.entries = new int[starts[starts.length - 1]];
        fill();
    }

    /** Indexes objects by their place in a list. Takes time in proportion to the list. */
    public static ObjectIndex of(Size size, List<SegmentedObject> objects) {
        return new ObjectIndex(size, objects);
    }

    /** Places in the list of the objects whose mask holds a pixel, ascending; none outside. */
    public int[] at(int x, int y) {
        if (!plane.contains(x, y)) {
            return new int[0];
        }
        int c = y / cell * columns + x / cell;
        int[] found = new int[starts[c + 1] - starts[c] + large.length];
        int n = 0;
        for (int i = starts[c]; i < starts[c + 1]; i++) {
            n = addIfHolds(entries[i], x, y, found, n);
        }
        for (int object : large) {
            n = addIfHolds(object, x, y, found, n);
        }
        Arrays.sort(found, 0, n);
        return Arrays.copyOf(found, n);
    }

    /** Places in the list of the objects whose own box overlaps a box, ascending. */
    public int[] overlapping(Box boxInSource) {
        return near(boxInSource).stream()
                .filter(i -> objects.get(i).boxInSource().intersection(boxInSource).area() > 0)
                .toArray();
    }

    private int addIfHolds(int object, int x, int y, int[] found, int n) {
        if (objects.get(object).mask().contains(x, y)) {
            found[n] = object;
            return n + 1;
        }
        return n;
    }

    private BitSet near(Box box) {
        BitSet near = new BitSet(objects.size());
        forEachCell(cellsOf(box), c -> setAll(near, c));
        for (int object : large) {
            near.set(object);
        }
        return near;
    }

    private void setAll(BitSet near, int c) {
        for (int i = starts[c]; i < starts[c + 1]; i++) {
            near.set(entries[i]);
        }
    }

    private int[] largeObjects() {
        int[] found = new int[objects.size()];
        int n = 0;
        for (int i = 0; i < found.length; i++) {
            if (isLarge(i)) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private boolean isLarge(int object) {
        return cellsOf(object).area() > MAX_CELLS_OF_AN_OBJECT;
    }

    /** Turns starts into the number of entries before each cell. */
    private void count() {
        for (int i = 0; i < objects.size(); i++) {
            if (!isLarge(i)) {
                forEachCell(cellsOf(i), c -> starts[c + 1]++);
            }
        }
        for (int c = 1; c < starts.length; c++) {
            starts[c] += starts[c - 1];
        }
    }

    private void fill() {
        int[] next = Arrays.copyOf(starts, starts.length - 1);
        for (int i = 0; i < objects.size(); i++) {
            if (!isLarge(i)) {
                int object = i;
                forEachCell(cellsOf(i), c -> entries[next[c]++] = object);
            }
        }
    }

    /** An object's box holds its mask, so its cells serve points and boxes. */
    private Region cellsOf(int object) {
        SegmentedObject o = objects.get(object);
        return cellsOf(o.boxInSource().union(o.mask().bounds().toBox()));
    }

    private Region cellsOf(Box box) {
        Box inside = box.clampTo(plane.size());
        int left = cellIndex(inside.x0(), columns);
        int top = cellIndex(inside.y0(), rows());
        int right = cellIndex(inside.x1(), columns);
        int bottom = cellIndex(inside.y1(), rows());
        return new Region(left, top, right - left + 1, bottom - top + 1);
    }

    private int cellIndex(float edge, int count) {
        return Math.min(count - 1, (int) edge / cell);
    }

    private int rows() {
        return (starts.length - 1) / columns;
    }

    private void forEachCell(Region cells, IntConsumer consumer) {
        for (int y = cells.y(); y < cells.yEnd(); y++) {
            for (int x = cells.x(); x < cells.xEnd(); x++) {
                consumer.accept(y * columns + x);
            }
        }
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }
}
