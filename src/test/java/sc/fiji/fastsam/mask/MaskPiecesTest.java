package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Point;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;

class MaskPiecesTest {

    /**
     * Drawn with its top left pixel at (70, 5). NB: the first piece joins at corners; the second is
     * alone.
     *
     * <pre>
     * ##..##...
     * #...#...#
     * .###....#
     * </pre>
     */
    private static MaskPieces pieces() {
        MaskBuilder mask = new MaskBuilder(new Region(70, 5, 9, 3));
        mask.addRun(5, 70, 72);
        mask.addRun(5, 74, 76);
        mask.addRun(6, 70, 71);
        mask.addRun(6, 74, 75);
        mask.addRun(6, 78, 79);
        mask.addRun(7, 71, 74);
        mask.addRun(7, 78, 79);
        return new MaskPieces(mask.toMask());
    }

    @Test
    void runsThatTouchAreOnePiece() {
        assertEquals(2, pieces().count());
        assertArrayEquals(new long[] {9, 2}, pieces().areas());
    }

    @Test
    void theNearestPlaceIsFoundInAnyDirection() {
        assertEquals(new MaskPieces.Near(0, 0, 6, 74), pieces().nearest(6, 74, 75));
        assertEquals(new MaskPieces.Near(2, 1, 7, 78), pieces().nearest(7, 76, 77));
        assertEquals(new MaskPieces.Near(2, 0, 5, 75), pieces().nearest(5, 77, 78));
        assertEquals(new MaskPieces.Near(12, 0, 7, 73), pieces().nearest(19, 73, 77));
    }

    @Test
    void piecesAndNearestPlacesAreThoseOfAllPixelsLookedAt() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            MaskBuilder builder = new MaskBuilder(new Region(60, 5, 9, 8));
            for (int n = 0; n < 5 + seed % 40; n++) {
                builder.add(60 + random.nextInt(9), 5 + random.nextInt(8));
            }
            Mask mask = builder.toMask();
            MaskPieces pieces = new MaskPieces(mask);
            Map<Point, Integer> piece = new HashMap<>();
            pieces.forEachRun(
                    (number, y, x0, x1) -> {
                        for (int x = x0; x < x1; x++) {
                            piece.put(new Point(x, y), number);
                        }
                    });
            assertEquals(mask.area(), piece.size());
            assertEquals(flood(piece.keySet()), Set.copyOf(grouped(piece)), "seed " + seed);
            assertEquals(flood(piece.keySet()).size(), pieces.count());
            for (int n = 0; n < 20; n++) {
                int y = random.nextInt(20);
                int x0 = 55 + random.nextInt(20);
                int x1 = x0 + 1 + random.nextInt(4);
                Point nearest =
                        piece.keySet().stream()
                                .min(
                                        Comparator.<Point>comparingInt(p -> steps(p, y, x0, x1))
                                                .thenComparingInt(p -> p.y)
                                                .thenComparingInt(p -> p.x))
                                .orElseThrow();
                assertEquals(
                        new MaskPieces.Near(
                                steps(nearest, y, x0, x1),
                                piece.get(nearest),
                                nearest.y,
                                nearest.x),
                        pieces.nearest(y, x0, x1),
                        "seed " + seed);
            }
        }
    }

    private static int steps(Point p, int y, int x0, int x1) {
        return Math.abs(p.y - y) + Math.max(0, Math.max(x0 - p.x, p.x - x1 + 1));
    }

    private static Collection<Set<Point>> grouped(Map<Point, Integer> piece) {
        Map<Integer, Set<Point>> groups = new HashMap<>();
        piece.forEach((p, n) -> groups.computeIfAbsent(n, i -> new HashSet<>()).add(p));
        return groups.values();
    }

    /** Groups of pixels that touch, at corners too. */
    private static Set<Set<Point>> flood(Set<Point> pixels) {
        Set<Point> left = new HashSet<>(pixels);
        Set<Set<Point>> groups = new HashSet<>();
        while (!left.isEmpty()) {
            Set<Point> group = new HashSet<>();
            Deque<Point> open = new ArrayDeque<>(List.of(left.iterator().next()));
            while (!open.isEmpty()) {
                Point p = open.pop();
                if (left.remove(p)) {
                    group.add(p);
                    for (int i = 0; i < 9; i++) {
                        open.push(new Point(p.x + i % 3 - 1, p.y + i / 3 - 1));
                    }
                }
            }
            groups.add(group);
        }
        return groups;
    }

    @Test
    void ofEquallyNearPlacesTheUpperThenTheLeftOneIsMeant() {
        assertEquals(new MaskPieces.Near(1, 0, 5, 71), pieces().nearest(5, 72, 74));
        assertEquals(new MaskPieces.Near(1, 0, 6, 70), pieces().nearest(7, 70, 71));
    }
}
