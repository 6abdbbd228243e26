package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
    void ofEquallyNearPlacesTheUpperThenTheLeftOneIsMeant() {
        assertEquals(new MaskPieces.Near(1, 0, 5, 71), pieces().nearest(5, 72, 74));
        assertEquals(new MaskPieces.Near(1, 0, 6, 70), pieces().nearest(7, 70, 71));
    }
}
