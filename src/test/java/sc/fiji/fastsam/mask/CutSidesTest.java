package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.testing.Drawn;

class CutSidesTest {

    private static final Region PART = new Region(0, 0, 40, 30);
    private static final Region BOX = new Region(10, 10, 10, 6);

    /** Cut at the right, where it is six pixels high. */
    private static final Mask CUT =
            Drawn.mask(
                    10,
                    10,
                    "...#######",
                    ".#########",
                    "##########",
                    "##########",
                    ".#########",
                    "...#######");

    private final CutSides sides = new CutSides(CUT, BOX, PART);

    /** A mask in the grown box: the cut one and what is right of it. */
    private static Mask with(String... rows) {
        return CUT.union(Drawn.mask(20, 9, rows));
    }

    @Test
    void thereIsRoomOfAFifthOfTheBoxBeyondACutSide() {
        // Upper and lower side: 7 of 10 pixels; left: 2 of 6.
        assertEquals(new Region(8, 8, 14, 10), sides.grown());
    }

    @Test
    void whatSoonEndsBelongsToTheMask() {
        Mask wide = with("..", "#.", "##", "#.", "#.", "..", "..", "..");
        assertEquals(
                CUT.union(Drawn.mask(20, 9, "..", "#.", "##", "#.", "#.")), sides.extended(wide));
    }

    @Test
    void whatGoesOnIsANeighborAndLeftOut() {
        Mask wide = with("..", "##", "##", "##", "##", "##", "..", "..");
        assertEquals(CUT, sides.extended(wide));
    }

    @Test
    void whatDoesNotHangTogetherWithTheSideIsLeftOut() {
        // The second column does not touch the first one.
        Mask wide = with("..", "#.", "#.", "..", ".#", ".#", ".#", "..");
        assertEquals(CUT.union(Drawn.mask(20, 10, "#", "#")), sides.extended(wide));
    }

    /** Cut at the right alone, where it is ten pixels high; a fifth of its depth of 15 is 3. */
    private static final Mask HALF =
            Drawn.mask(
                    20,
                    30,
                    "...........####",
                    ".......########",
                    "....###########",
                    "..#############",
                    "###############",
                    "###############",
                    "..#############",
                    "....###########",
                    ".......########",
                    "...........####");

    /** All ways to turn and to mirror it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void everySideIsExtendedAlike(int turn) {
        Mask half = turned(HALF, turn);
        Mask ends = turned(HALF.union(Drawn.mask(35, 31, "#..", "#..", "##.", "###", "###")), turn);
        Mask goesOn = turned(HALF.union(Drawn.mask(35, 33, "###", "###", "###")), turn);
        CutSides cut = new CutSides(half, half.bounds(), new Region(0, 0, 100, 100));
        Mask room = turned(Mask.ofRegion(new Region(20, 30, 18, 10)), turn);
        assertEquals(room.bounds(), cut.grown());
        assertEquals(ends, cut.extended(ends));
        assertEquals(half, cut.extended(goesOn));
    }

    private static Mask turned(Mask mask, int turn) {
        MaskBuilder builder = new MaskBuilder(new Region(0, 0, 100, 100));
        mask.forEachRun(
                (y, x0, x1) -> {
                    for (int x = x0; x < x1; x++) {
                        int u = (turn & 1) == 0 ? x : 99 - x;
                        int v = (turn & 2) == 0 ? y : 99 - y;
                        builder.add((turn & 4) == 0 ? u : v, (turn & 4) == 0 ? v : u);
                    }
                });
        return builder.toMask();
    }

    @Test
    void aMaskThatOnlyTouchesItsBoxHasNoCutSide() {
        Mask diamond =
                Drawn.mask(
                        5, 5, "...#...", "..###..", ".#####.", "#######", ".#####.", "..###..",
                        "...#...");
        Region box = new Region(5, 5, 7, 7);
        assertEquals(box, new CutSides(diamond, box, PART).grown());
    }
}
