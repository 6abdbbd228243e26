package sc.fiji.fastsam.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TileGridTest {

    private final TileGrid grid = new TileGrid(new Size(25, 9), new Size(10, 4));

    @Test
    void tilesGoRowByRowAndAreCutAtTheBorders() {
        assertEquals(3, grid.across());
        assertEquals(3, grid.down());
        assertEquals(9, grid.count());
        assertEquals(new Region(10, 0, 10, 4), grid.region(1, 0));
        assertEquals(new Region(20, 8, 5, 1), grid.region(2, 2));
        assertEquals(new Region(0, 4, 10, 4), grid.region(3));
        TileGrid whole = new TileGrid(new Size(20, 12), new Size(10, 4));
        assertEquals(2, whole.across());
        assertEquals(3, whole.down());
        assertEquals(new Region(10, 8, 10, 4), whole.region(5));
    }

    @Test
    void aTileMayBeLargerThanThePlane() {
        TileGrid one = new TileGrid(new Size(3, 5), new Size(512, 512));
        assertEquals(1, one.count());
        assertEquals(new Region(0, 0, 3, 5), one.region(0, 0));
    }

    @Test
    void tilesOutsideAreNone() {
        assertTrue(grid.contains(2, 2));
        assertFalse(grid.contains(3, 0));
        assertFalse(grid.contains(0, 3));
        assertFalse(grid.contains(-1, 0));
        assertTrue(grid.contains(0, 0));
        assertFalse(grid.contains(0, -1));
    }
}
