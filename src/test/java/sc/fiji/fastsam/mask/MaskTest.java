package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.settings.ObjectLimits;
import sc.fiji.fastsam.testing.Drawn;

class MaskTest {

    private static final Mask EMPTY = new MaskBuilder(new Region(5, 6, 0, 0)).toMask();

    /** Columns 62 to 66: the word border lies in the middle. */
    private static final Mask ANGLE = Drawn.mask(62, 3, "####.", "#...#");

    @Test
    void boundsAndAreaAreThoseOfTheSetPixels() {
        assertEquals(new Region(62, 3, 5, 2), ANGLE.bounds());
        assertEquals(6, ANGLE.area());
        assertFalse(ANGLE.isEmpty());
    }

    @Test
    void pixelsAreAskedForInSourceCoordinates() {
        assertTrue(ANGLE.contains(63, 3));
        assertTrue(ANGLE.contains(64, 3));
        assertTrue(ANGLE.contains(66, 4));
        assertFalse(ANGLE.contains(66, 3));
        assertFalse(ANGLE.contains(61, 3));
        assertFalse(ANGLE.contains(63, 5));
        assertFalse(ANGLE.contains(-2, 3));
    }

    @Test
    void runsComeFromTopToBottomAndLeftToRight() {
        assertEquals(List.of("3: 62-66", "4: 62-63", "4: 66-67"), runs(ANGLE));
        assertEquals(List.of(), runs(EMPTY));
    }

    @Test
    void aRunThroughAWholeWordStaysOneRun() {
        Mask bar = Mask.ofRegion(new Region(-65, -2, 194, 1));
        assertEquals(List.of("-2: -65-129"), runs(bar));
        assertEquals(194, bar.area());
        assertTrue(bar.contains(-65, -2));
        assertTrue(bar.contains(128, -2));
        assertFalse(bar.contains(129, -2));
    }

    @Test
    void areasGoBeyondTheWholeNumbersOf32Bits() {
        Mask large = Mask.ofRegion(new Region(0, 0, 65_536, 33_000));
        assertEquals(2_162_688_000L, large.area());
        assertEquals(2_162_688_000L, large.intersectionArea(large));
        assertEquals(2_162_622_464L, large.areaIn(new Region(0, 1, 65_536, 40_000)));
        assertEquals(1, large.iou(large));
        assertEquals(32_768, large.xCentroid());
        assertEquals(16_500, large.yCentroid());
        ObjectLimits least = new ObjectLimits(20, 0, false);
        List<SegmentedObject> objects = List.of(Drawn.object(0.5, large));
        assertEquals(objects, ObjectFilter.filter(objects, new Size(65_536, 33_000), least));
    }

    @Test
    void centersOfFarColumnsAndRowsAreExact() {
        Mask far = Mask.ofRegion(new Region(60_000, 70_000, 20_000, 3));
        assertEquals(70_000, far.xCentroid());
        assertEquals(70_001.5, far.yCentroid());
    }

    @Test
    void masksOverlapInTheirCommonPixels() {
        Mask block = Mask.ofRegion(new Region(64, 2, 3, 3));
        assertEquals(3, ANGLE.intersectionArea(block));
        assertEquals(3.0 / (6 + 9 - 3), block.iou(ANGLE));
        assertEquals(Drawn.mask(64, 3, "##.", "..#"), ANGLE.intersection(block));
        assertEquals(Drawn.mask(62, 3, "##", "#."), ANGLE.minus(block));
        assertEquals(12, ANGLE.union(block).area());
        assertEquals(new Region(62, 2, 5, 3), ANGLE.union(block).bounds());
    }

    @Test
    void farMasksHaveNothingInCommon() {
        Mask far = ANGLE.translate(1000, -500);
        assertEquals(0, ANGLE.intersectionArea(far));
        assertEquals(0, ANGLE.iou(far));
        assertEquals(12, ANGLE.union(far).area());
        assertEquals(ANGLE, ANGLE.minus(far));
        assertTrue(ANGLE.intersection(far).isEmpty());
    }

    @Test
    void anEmptyMaskChangesNothing() {
        assertEquals(ANGLE, ANGLE.union(EMPTY));
        assertEquals(ANGLE, EMPTY.union(ANGLE));
        assertEquals(0, EMPTY.iou(EMPTY));
        assertEquals(EMPTY, ANGLE.minus(ANGLE));
        assertEquals(EMPTY, EMPTY.translate(3, 4));
        assertTrue(EMPTY.crop(new Region(0, 0, 9, 9)).isEmpty());
    }

    @Test
    void aCropKeepsThePixelsInside() {
        assertEquals(Drawn.mask(63, 3, "###"), ANGLE.crop(new Region(63, 0, 3, 100)));
        assertSame(ANGLE, ANGLE.crop(new Region(0, 0, 100, 100)));
        assertTrue(ANGLE.crop(new Region(63, 4, 3, 9)).isEmpty());
    }

    @Test
    void movedMasksKeepTheirShape() {
        Mask moved = ANGLE.translate(-130, -10);
        assertEquals(Drawn.mask(-68, -7, "####.", "#...#"), moved);
        assertEquals(ANGLE, moved.translate(130, 10));
    }

    @Test
    void theCentroidIsTheMeanOfPixelCenters() {
        Mask mask = Drawn.mask(-3, 4, "###", "..#");
        assertEquals((-2.5 - 1.5 - 0.5 - 0.5) / 4, mask.xCentroid(), 1e-12);
        assertEquals((4.5 * 3 + 5.5) / 4, mask.yCentroid(), 1e-12);
    }

    @Test
    void masksOfTheSamePixelsAreEqualHoweverMade() {
        MaskBuilder wide = new MaskBuilder(new Region(-100, -100, 400, 300));
        ANGLE.forEachRun(wide::addRun);
        assertEquals(ANGLE, wide.toMask());
        assertEquals(ANGLE.hashCode(), wide.toMask().hashCode());
        assertNotEquals(ANGLE, ANGLE.translate(0, 1));
        assertNotEquals(ANGLE, Drawn.mask(62, 3, "#####", "#...#"));
        assertFalse(ANGLE.equals(new Object()));
    }

    private static List<String> runs(Mask mask) {
        List<String> runs = new ArrayList<>();
        mask.forEachRun((y, x0, x1) -> runs.add(y + ": " + x0 + "-" + x1));
        return runs;
    }
}
