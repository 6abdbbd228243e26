package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
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
        Mask wide = with("..", "#.", "#.", "..", "..", ".#", "..", "..");
        assertEquals(CUT.union(Drawn.mask(20, 10, "#", "#")), sides.extended(wide));
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
