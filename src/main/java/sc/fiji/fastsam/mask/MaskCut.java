package sc.fiji.fastsam.mask;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.awt.geom.Point2D;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Region;

/** Cuts a mask in parts along a line that crosses it. Works on the pixels of its bounds. */
public final class MaskCut {

    /** What a line cuts off is a part from this share of the mask's pixels on. */
    private static final double LEAST = 0.02;

    private final Region bounds;
    private final boolean[] set;
    private final boolean[] line;

    private MaskCut(Mask mask) {
        bounds = mask.bounds();
        set = new boolean[bounds.width() * bounds.height()];
        line = new boolean[set.length];
        mask.forEachRun((y, x0, x1) -> Arrays.fill(set, index(x0, y), index(x1 - 1, y) + 1, true));
    }

    /**
     * The parts of a mask, which have all of its pixels and none twice, the largest first. What is
     * less than a fiftieth of the mask, and pieces that the line does not cross, belong to the
     * nearest part.
     *
     * @param line points of a line, in source pixels; it may begin and end outside of the mask
     * @return the mask alone where the line does not cross it from side to side
     */
    public static List<Mask> cut(Mask mask, List<? extends Point2D> line) {
        MaskCut cut = new MaskCut(mask);
        cut.draw(line);
        return cut.parts(mask);
    }

    private int index(int x, int y) {
        return (y - bounds.y()) * bounds.width() + x - bounds.x();
    }

    /** NB: its pixels join at their sides, so that no piece reaches over a corner to the other. */
    private void draw(List<? extends Point2D> points) {
        int lastY = floor(points.get(0).getY());
        draw(floor(points.get(0).getX()), lastY);
        for (int i = 1; i < points.size(); i++) {
            Point2D from = points.get(i - 1);
            Point2D to = points.get(i);
            int steps = (int) Math.ceil(2 * from.distance(to));
            for (int k = 1; k <= steps; k++) {
                double share = (double) k / steps;
                int x = floor(from.getX() + share * (to.getX() - from.getX()));
                int y = floor(from.getY() + share * (to.getY() - from.getY()));
                draw(x, lastY);
                draw(x, y);
                lastY = y;
            }
        }
    }

    private static int floor(double coordinate) {
        return (int) Math.floor(coordinate);
    }

    private void draw(int x, int y) {
        if (bounds.contains(x, y)) {
            line[index(x, y)] = true;
        }
    }

    private List<Mask> parts(Mask mask) {
        boolean[] rest = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            rest[i] = set[i] && !line[i];
        }
        int[] pieces = pieces(rest);
        List<Integer> parts = parts(pieces, LEAST * mask.area());
        return parts.isEmpty() ? List.of(mask) : masks(parts.size(), nearest(pieces, parts));
    }

    /** The pieces, counted from 1, that set pixels are in which join at sides or corners. */
    private int[] pieces(boolean[] pixels) {
        int[] pieces = new int[pixels.length];
        int count = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] && pieces[i] == 0) {
                fill(i, pixels, pieces, ++count);
            }
        }
        return pieces;
    }

    private void fill(int start, boolean[] pixels, int[] pieces, int piece) {
        Deque<Integer> next = new ArrayDeque<>(List.of(start));
        pieces[start] = piece;
        while (!next.isEmpty()) {
            forEachNeighbor(
                    next.pop(),
                    i -> {
                        if (pixels[i] && pieces[i] == 0) {
                            pieces[i] = piece;
                            next.push(i);
                        }
                    });
        }
    }

    private void forEachNeighbor(int pixel, IntConsumer action) {
        int x = pixel % bounds.width();
        int y = pixel / bounds.width();
        for (int v = Math.max(0, y - 1); v <= Math.min(bounds.height() - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(bounds.width() - 1, x + 1); u++) {
                action.accept(v * bounds.width() + u);
            }
        }
    }

    private void forEachSide(int pixel, IntConsumer action) {
        forEachNeighbor(
                pixel,
                i -> {
                    int apart = Math.abs(i - pixel);
                    if (apart == 1 || apart == bounds.width()) {
                        action.accept(i);
                    }
                });
    }

    /** Those large pieces that were one with another before, the largest first. */
    private List<Integer> parts(int[] pieces, double least) {
        int[] before = pieces(set);
        Map<Integer, Integer> areas = new TreeMap<>();
        Map<Integer, Integer> wholes = new HashMap<>();
        for (int i = 0; i < pieces.length; i++) {
            if (pieces[i] > 0) {
                areas.merge(pieces[i], 1, Integer::sum);
                wholes.put(pieces[i], before[i]);
            }
        }
        areas.values().removeIf(area -> area < least);
        Map<Integer, Long> counts =
                areas.keySet().stream().collect(groupingBy(wholes::get, counting()));
        return areas.keySet().stream()
                .filter(piece -> counts.get(wholes.get(piece)) > 1)
                .sorted(Comparator.comparing(areas::get, Comparator.reverseOrder()))
                .toList();
    }

    /** The part that each set pixel belongs to, counted from 1 in the parts' order. */
    private int[] nearest(int[] pieces, List<Integer> parts) {
        int[] nearest = new int[set.length];
        int[] partOf = new int[Arrays.stream(pieces).max().orElse(0) + 1];
        parts.forEach(piece -> partOf[piece] = 1 + parts.indexOf(piece));
        Deque<Integer> next = new ArrayDeque<>();
        for (int i = 0; i < set.length; i++) {
            nearest[i] = partOf[pieces[i]];
            if (nearest[i] > 0) {
                next.add(i);
            }
        }
        while (!next.isEmpty()) {
            int from = next.remove();
            forEachSide(
                    from,
                    i -> {
                        if (nearest[i] == 0) {
                            nearest[i] = nearest[from];
                            next.add(i);
                        }
                        // NB: a small piece belongs as a whole to the part that reaches it first.
                        if (pieces[i] > 0 && partOf[pieces[i]] == 0) {
                            partOf[pieces[i]] = nearest[i];
                        }
                    });
        }
        for (int i = 0; i < set.length; i++) {
            nearest[i] = pieces[i] > 0 ? partOf[pieces[i]] : nearest[i];
        }
        return nearest;
    }

    private List<Mask> masks(int count, int[] parts) {
        List<MaskBuilder> builders =
                IntStream.range(0, count).mapToObj(i -> new MaskBuilder(bounds)).toList();
        for (int i = 0; i < set.length; i++) {
            if (set[i]) {
                builders.get(parts[i] - 1)
                        .add(bounds.x() + i % bounds.width(), bounds.y() + i / bounds.width());
            }
        }
        return builders.stream()
                .map(MaskBuilder::toMask)
                .sorted(Comparator.comparingLong(Mask::area).reversed())
                .toList();
    }
}
