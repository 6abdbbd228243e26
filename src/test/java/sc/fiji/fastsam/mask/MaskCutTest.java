package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;

class MaskCutTest {

    private static final int X = 70;
    private static final int Y = 5;

    /** Drawn with its top left pixel at (70, 5). */
    private static Mask mask(String... rows) {
        MaskBuilder builder = new MaskBuilder(new Region(X, Y, rows[0].length(), rows.length));
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length(); x++) {
                if (rows[y].charAt(x) != '.') {
                    builder.add(X + x, Y + y);
                }
            }
        }
        return builder.toMask();
    }

    /** Each pixel with the number of the part that it is in. */
    private static String cut(Mask mask, double... line) {
        List<Point2D> points = new ArrayList<>();
        for (int i = 0; i < line.length; i += 2) {
            points.add(new Point2D.Double(X + line[i], Y + line[i + 1]));
        }
        List<Mask> parts = MaskCut.cut(mask, points);
        assertEquals(mask.area(), parts.stream().mapToLong(Mask::area).sum());
        assertEquals(mask, parts.stream().reduce(Mask::union).orElseThrow());
        StringBuilder text = new StringBuilder();
        Region bounds = mask.bounds();
        for (int y = bounds.y(); y < bounds.yEnd(); y++) {
            for (int x = bounds.x(); x < bounds.xEnd(); x++) {
                int u = x;
                int v = y;
                text.append(
                        IntStream.range(0, parts.size())
                                .filter(i -> parts.get(i).contains(u, v))
                                .mapToObj(i -> "" + (i + 1))
                                .findFirst()
                                .orElse("."));
            }
            text.append("\n");
        }
        return text.toString();
    }

    private static final Mask DUMBBELL =
            mask(
                    ".###....###...", //
                    "#####..######.",
                    "##############",
                    "#####..######.",
                    ".###....###...");

    @Test
    void aLineAcrossMakesTwoParts() {
        assertEquals(
                """
                .222....111...
                22222..111111.
                22222211111111
                22222..111111.
                .222....111...
                """,
                cut(DUMBBELL, 5.5, -3, 5.5, 9));
    }

    private static final Mask SQUARE = Mask.ofRegion(new Region(X, Y, 10, 10));

    private static final String WHOLE = "1111111111\n".repeat(10);

    @Test
    void aLineThatEndsInsideCutsNothing() {
        assertEquals(WHOLE, cut(SQUARE, 5.5, -3, 5.5, 8.5));
        assertEquals(WHOLE, cut(SQUARE, 3.5, 3.5, 6.5, 3.5));
        assertEquals(WHOLE, cut(SQUARE, -5, -5, -5, 20));
    }

    /** NB: a loop has an inside, and what is beyond it. */
    @Test
    void aLoopInsideCutsNothing() {
        assertEquals(WHOLE, cut(SQUARE, 2.5, 2.5, 7.5, 2.5, 7.5, 7.5, 2.5, 7.5, 2.5, 2.5));
        assertEquals(WHOLE, cut(SQUARE, 2.5, -3, 2.5, 7.5, 7.5, 7.5, 7.5, 2.5, 2.5, 2.5));
    }

    /** NB: where it crosses itself, it has come in and goes out. */
    @Test
    void aLoopOfALineThatCrossesIsAPart() {
        assertEquals(
                """
                2222111111
                2222111111
                2222111111
                2222333311
                2222333311
                2222333311
                2222333111
                2222111111
                2222111111
                2222111111
                """,
                cut(SQUARE, 3.5, -3, 3.5, 6.5, 7.5, 6.5, 7.5, 2.5, 3.5, 2.5, 3.5, 12));
    }

    /** NB: of 100 pixels 3 are beyond the first line, and 6 beyond the second. */
    @Test
    void whatALineGrazesIsWhole() {
        assertEquals(WHOLE, cut(SQUARE, -2, 5.5, 5.5, -2));
        assertEquals(
                """
                2222111111
                2221111111
                2211111111
                2111111111
                """
                        + "1111111111\n".repeat(6),
                cut(SQUARE, -2, 6.5, 6.5, -2));
    }

    /** NB: between pixels that join at corners there is no way through. */
    @Test
    void aSlantedLineCutsToo() {
        assertEquals(
                """
                1111111111
                2111111111
                2211111111
                2221111111
                2222111111
                2222221111
                2222221111
                2222222111
                2222222211
                2222222221
                """,
                cut(SQUARE, -1, -0.7, 11, 11.3));
    }

    @Test
    void aBentLineMayCutInThree() {
        assertEquals(
                """
                1111333222
                1111333222
                1111333222
                1111333222
                1111333222
                1111333222
                1111333222
                1111333222
                1111333222
                1111333222
                """,
                cut(SQUARE, 3.5, -1, 3.5, 12, 6.5, 12, 6.5, -1));
    }

    /** NB: an object may have been put together of two that do not touch. */
    @Test
    void aPieceThatIsNotCrossedGoesWithTheNearestPart() {
        assertEquals(
                """
                111112222......2
                111112222......2
                """,
                cut(
                        mask(
                                "#########......#", //
                                "#########......#"),
                        4.5,
                        -2,
                        4.5,
                        5));
    }

    /** NB: one crossing leaves a ring in one piece. */
    @Test
    void aRingIsCutWhereItIsCrossedTwice() {
        Mask ring =
                mask(
                        "######", //
                        "#....#", "#....#", "######");
        assertEquals("111111\n1....1\n1....1\n111111\n", cut(ring, 2.5, -1, 2.5, 2));
        assertEquals("222111\n2....1\n2....1\n222111\n", cut(ring, 2.5, -1, 2.5, 6));
    }

    /** NB: more pixels than an array of numbers of them has room for in 2 GB. */
    @Test
    void aLargeObjectIsCutToo() {
        Mask object = Mask.ofRegion(new Region(0, 0, 20000, 20000));
        List<Mask> parts =
                MaskCut.cut(
                        object,
                        List.of(new Point2D.Double(-1, 6000.5), new Point2D.Double(20001, 6000.5)));
        assertEquals(
                List.of(
                        Mask.ofRegion(new Region(0, 6001, 20000, 13999)),
                        Mask.ofRegion(new Region(0, 0, 20000, 6001))),
                parts);
    }
}
