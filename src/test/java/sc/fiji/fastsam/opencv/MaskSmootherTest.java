package sc.fiji.fastsam.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.SegmentedObject;

class MaskSmootherTest {

    private static final Size PLANE = new Size(200, 120);
    private static final Region BLOCK = new Region(60, 30, 50, 40);

    @Test
    void aThinCrackIsClosed() {
        Mask cracked = without(Mask.ofRegion(BLOCK), new Region(80, 30, 1, 30));
        Mask smooth = MaskSmoother.smooth(cracked, PLANE);
        assertTrue(smooth.contains(80, 45));
        assertEquals(BLOCK, smooth.bounds());
    }

    @Test
    void aThinSpurIsOpened() {
        Mask spurred = Mask.ofRegion(BLOCK).union(Mask.ofRegion(new Region(110, 50, 20, 1)));
        assertFalse(MaskSmoother.smooth(spurred, PLANE).contains(120, 50));
    }

    @Test
    void aSmallFragmentIsDroppedAndALargeOneStays() {
        Mask far = Mask.ofRegion(new Region(150, 35, 3, 3));
        Mask large = Mask.ofRegion(new Region(150, 80, 20, 30));
        Mask smooth = MaskSmoother.smooth(Mask.ofRegion(BLOCK).union(far).union(large), PLANE);
        assertEquals(0, smooth.intersectionArea(far));
        assertTrue(smooth.intersectionArea(large) > 550);
    }

    @Test
    void aSmallHoleIsFilledAndALargeOneStays() {
        Region small = new Region(65, 35, 6, 6);
        Region large = new Region(85, 40, 18, 20);
        Mask holed = without(without(Mask.ofRegion(BLOCK), small), large);
        Mask smooth = MaskSmoother.smooth(holed, PLANE);
        assertEquals(36, smooth.intersectionArea(Mask.ofRegion(small)));
        assertTrue(smooth.intersectionArea(Mask.ofRegion(large)) < 40);
    }

    @Test
    void aMaskBeyondTheLongestArrayStaysAsItIs() {
        Mask large = Mask.ofRegion(new Region(0, 0, 65_536, 33_000));
        assertSame(large, MaskSmoother.smooth(large, new Size(70_000, 70_000)));
    }

    @Test
    void aNotchInTheImagesBorderIsNoHole() {
        Mask block = Mask.ofRegion(new Region(60, 0, 50, 40));
        Region notch = new Region(80, 0, 8, 6);
        Mask smooth = MaskSmoother.smooth(without(block, notch), PLANE);
        assertFalse(smooth.contains(84, 0));
    }

    @Test
    void anObjectCutByTheImagesCornerKeepsItsCorner() {
        Mask corner = Mask.ofRegion(new Region(150, 70, 50, 50));
        Mask smooth = MaskSmoother.smooth(corner, PLANE);
        assertTrue(smooth.contains(199, 119));
        assertTrue(smooth.contains(199, 75));
        Mask first = MaskSmoother.smooth(Mask.ofRegion(new Region(0, 0, 50, 50)), PLANE);
        assertTrue(first.contains(0, 0));
    }

    @Test
    void tinyAndThinObjectsKeepTheirPixels() {
        Mask tiny =
                Mask.ofRegion(new Region(3, 4, 5, 4)).union(Mask.ofRegion(new Region(5, 8, 1, 2)));
        Mask thin = Mask.ofRegion(new Region(10, 20, 150, 3));
        assertEquals(tiny, MaskSmoother.smooth(tiny, PLANE));
        assertEquals(thin, MaskSmoother.smooth(thin, PLANE));
    }

    @Test
    void aMaskThatWouldLoseAQuarterStaysAsItIs() {
        MaskBuilder builder = new MaskBuilder(new Region(0, 0, 60, 60));
        for (int i = 0; i < 900; i++) {
            builder.add(i % 30 * 2, i / 30 * 2);
        }
        Mask dots = builder.toMask();
        assertSame(dots, MaskSmoother.smooth(dots, PLANE));
    }

    @Test
    void theRadiusGrowsWithTheObjectsWidth() {
        assertEquals(0, MaskSmoother.radiusFor(Mask.ofRegion(new Region(0, 0, 16, 16))));
        assertEquals(1, MaskSmoother.radiusFor(Mask.ofRegion(new Region(0, 0, 17, 17))));
        assertEquals(2, MaskSmoother.radiusFor(Mask.ofRegion(new Region(0, 0, 40, 40))));
        assertEquals(8, MaskSmoother.radiusFor(Mask.ofRegion(new Region(0, 0, 400, 400))));
    }

    @Test
    void theOutlineCountsPixelEdgesHolesIncluded() {
        Mask ring = without(Mask.ofRegion(new Region(61, 2, 5, 4)), new Region(63, 3, 2, 1));
        assertEquals(18 + 6, Contour.length(ring));
    }

    @Test
    void objectsKeepBoxAndScoreAndOrder() {
        SegmentedObject a =
                new SegmentedObject(Mask.ofRegion(BLOCK), new Box(60, 30, 110, 70), 0.9f);
        SegmentedObject b =
                new SegmentedObject(
                        Mask.ofRegion(new Region(1, 2, 3, 2)), new Box(1, 2, 4, 4), 0.5f);
        List<SegmentedObject> smooth = MaskSmoother.smooth(List.of(a, b), PLANE);
        assertEquals(a.boxInSource(), smooth.get(0).boxInSource());
        assertEquals(b, smooth.get(1));
    }

    private static Mask without(Mask mask, Region hole) {
        return mask.minus(Mask.ofRegion(hole));
    }
}
