package sc.fiji.fastsam.mask;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Region;

/**
 * Cuts a mask in parts along a line that crosses it. Works on the pixels of its bounds, with one
 * more on each side, so that all of them have neighbors.
 */
public final class MaskCut {

    /** What a line cuts off is a part from this share of the mask's pixels on. */
    private static final double LEAST = 0.05;

    private final Region bounds;
    private final int width;
    private final int[] sides;
    private final int[] around;
    private final boolean[] set;
    private final boolean[] line;
    private final Pixels next;

    /** Pixels in line, each of which comes once. */
    private static final class Pixels {

        private final int[] pixels;
        private int first;
        private int end;

        Pixels(int most) {
            pixels = new int[most];
        }

        void add(int pixel) {
            pixels[end++] = pixel;
        }

        boolean isEmpty() {
            return first == end;
        }

        int remove() {
            return pixels[first++];
        }

        void clear() {
            first = 0;
            end = 0;
        }
    }

    private MaskCut(Mask mask) {
        bounds = mask.bounds();
        width = bounds.width() + 2;
        sides = new int[] {-width, -1, 1, width};
        around = new int[] {-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1};
        set = new boolean[width * (bounds.height() + 2)];
        line = new boolean[set.length];
        next = new Pixels(set.length);
        mask.forEachRun((y, x0, x1) -> Arrays.fill(set, index(x0, y), index(x1 - 1, y) + 1, true));
    }

    /**
     * The parts of a mask, which have all of its pixels and none twice, the largest first. What is
     * less than a twentieth of the mask, and pieces that the line does not cross, belong to the
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
        return (y - bounds.y() + 1) * width + x - bounds.x() + 1;
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
        next.clear();
        next.add(start);
        pieces[start] = piece;
        while (!next.isEmpty()) {
            int pixel = next.remove();
            for (int step : around) {
                int i = pixel + step;
                if (pixels[i] && pieces[i] == 0) {
                    pieces[i] = piece;
                    next.add(i);
                }
            }
        }
    }

    /** Those large pieces that were one with another before, the largest first. */
    private List<Integer> parts(int[] pieces, double least) {
        int[] before = pieces(set);
        int count = Arrays.stream(pieces).max().orElse(0) + 1;
        int[] areas = new int[count];
        int[] wholes = new int[count];
        for (int i = 0; i < pieces.length; i++) {
            areas[pieces[i]]++;
            wholes[pieces[i]] = before[i];
        }
        List<Integer> large =
                IntStream.range(1, count).filter(piece -> areas[piece] >= least).boxed().toList();
        Map<Integer, Long> counts =
                large.stream().collect(groupingBy(piece -> wholes[piece], counting()));
        return large.stream()
                .filter(piece -> counts.get(wholes[piece]) > 1)
                .sorted(Comparator.comparingInt(piece -> -areas[piece]))
                .toList();
    }

    /** The part that each set pixel belongs to, counted from 1 in the parts' order. */
    private int[] nearest(int[] pieces, List<Integer> parts) {
        int[] partOf = new int[Arrays.stream(pieces).max().orElse(0) + 1];
        parts.forEach(piece -> partOf[piece] = 1 + parts.indexOf(piece));
        int[] nearest = framed();
        next.clear();
        forEachPixel(
                i -> {
                    nearest[i] = partOf[pieces[i]];
                    if (nearest[i] > 0) {
                        next.add(i);
                    }
                });
        while (!next.isEmpty()) {
            int pixel = next.remove();
            for (int step : sides) {
                int i = pixel + step;
                if (nearest[i] == 0) {
                    nearest[i] = nearest[pixel];
                    next.add(i);
                }
                // NB: a small piece belongs as a whole to the part that reaches it first.
                if (pieces[i] > 0 && partOf[pieces[i]] == 0) {
                    partOf[pieces[i]] = nearest[i];
                }
            }
        }
        forEachPixel(i -> nearest[i] = pieces[i] > 0 ? partOf[pieces[i]] : nearest[i]);
        return nearest;
    }

    /** Zeros with -1 around the bounds. */
    private int[] framed() {
        int[] pixels = new int[set.length];
        Arrays.fill(pixels, -1);
        forEachPixel(i -> pixels[i] = 0);
        return pixels;
    }

    private void forEachPixel(IntConsumer action) {
        for (int y = bounds.y(); y < bounds.yEnd(); y++) {
            for (int x = bounds.x(); x < bounds.xEnd(); x++) {
                action.accept(index(x, y));
            }
        }
    }

    private List<Mask> masks(int count, int[] parts) {
        List<MaskBuilder> builders =
                IntStream.range(0, count).mapToObj(i -> new MaskBuilder(bounds)).toList();
        for (int y = bounds.y(); y < bounds.yEnd(); y++) {
            for (int x = bounds.x(); x < bounds.xEnd(); x++) {
                if (set[index(x, y)]) {
                    builders.get(parts[index(x, y)] - 1).add(x, y);
                }
            }
        }
        return builders.stream()
                .map(MaskBuilder::toMask)
                .sorted(Comparator.comparingLong(Mask::area).reversed())
                .toList();
    }
}
