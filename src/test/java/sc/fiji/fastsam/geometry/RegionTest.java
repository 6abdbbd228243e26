package sc.fiji.fastsam.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RegionTest {

    private static final Region REGION = new Region(-3, 2, 5, 4);

    @Test
    void pixelsOfABoxAreThoseWhoseIndexLiesInIt() {
        assertEquals(new Region(2, 3, 4, 1), Region.ofPixelsIn(new Box(1.2f, 3, 5.1f, 3.9f)));
        assertEquals(new Region(1, 3, 5, 1), Region.ofPixelsTouching(new Box(1.2f, 3, 5.1f, 3.9f)));
        assertEquals(new Region(-1, -2, 2, 3), Region.ofPixelsIn(new Box(-1.5f, -2, 0.5f, 1)));
        assertTrue(Region.ofPixelsIn(new Box(1.2f, 3, 1.8f, 9)).isEmpty());
        assertTrue(Region.ofPixelsIn(new Box(5, 3, 2, 9)).isEmpty());
    }

    @Test
    void endsLieBeyondTheLastPixel() {
        assertEquals(2, REGION.xEnd());
        assertEquals(6, REGION.yEnd());
        assertTrue(REGION.contains(-3, 2));
        assertTrue(REGION.contains(1, 5));
        assertFalse(REGION.contains(2, 5));
        assertFalse(REGION.contains(1, 6));
        assertFalse(REGION.contains(-4, 3));
    }

    @Test
    void areaIsCountedInLongs() {
        assertEquals(20, REGION.area());
        assertEquals(10_000_000_000L, new Region(0, 0, 100_000, 100_000).area());
    }

    @Test
    void intersectionHoldsTheCommonPixels() {
        assertEquals(new Region(0, 2, 2, 1), REGION.intersection(new Region(0, -5, 9, 8)));
        assertTrue(REGION.intersection(new Region(2, 2, 3, 3)).isEmpty());
        assertTrue(REGION.intersection(new Region(-3, 6, 3, 3)).isEmpty());
    }

    @Test
    void unionIgnoresEmptyRegions() {
        assertEquals(new Region(-3, 1, 13, 5), REGION.union(new Region(7, 1, 3, 2)));
        assertEquals(REGION, REGION.union(new Region(50, 60, 0, 7)));
        assertEquals(REGION, new Region(50, 60, 0, 0).union(REGION));
    }

    @Test
    void regionsMoveAndBecomeBoxes() {
        assertEquals(new Region(-1, -1, 5, 4), REGION.translate(2, -3));
        assertEquals(new Box(-3, 2, 2, 6), REGION.toBox());
        assertEquals(new Size(5, 4), REGION.size());
        assertEquals(new Region(0, 0, 7, 3), Region.of(new Size(7, 3)));
        assertEquals(new Region(-5, 0, 9, 8), REGION.grow(2));
        assertEquals(new Region(-2, 3, 3, 2), REGION.grow(-1));
    }

    @Test
    void aNegativeSideIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Region(0, 0, -1, 3));
        assertThrows(IllegalArgumentException.class, () -> new Region(0, 0, 3, -1));
    }
}
