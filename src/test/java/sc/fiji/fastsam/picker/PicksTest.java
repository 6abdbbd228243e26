package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;

class PicksTest {

    private final ImagePlus image = IJ.createImage("cells.tif", "8-bit black", 60, 50, 1);
    private final Picks picks = new Picks(image, true);

    @Test
    void picksAreNumberedAndWhatElseIsInTheOverlayStays() {
        Roi mine = new Roi(1, 1, 3, 3);
        image.setOverlay(new Overlay(mine));
        assertEquals(1, picks.add(square(10, 10, 8), PlanePosition.FIRST));
        assertEquals(2, picks.add(square(30, 10, 8), PlanePosition.FIRST));
        assertEquals(3, image.getOverlay().size());
        picks.remove(1);
        assertArrayEquals(new int[] {2}, picks.numbers());
        assertEquals(mine, image.getOverlay().get(0));
        assertEquals(3, picks.add(square(10, 30, 8), PlanePosition.FIRST));
    }

    @Test
    void theSmallestAtAPixelIsMeant() {
        picks.add(square(10, 10, 20), PlanePosition.FIRST);
        picks.add(square(12, 12, 5), PlanePosition.FIRST);
        assertEquals(OptionalInt.of(2), picks.at(PlanePosition.FIRST, 14, 14));
        assertEquals(OptionalInt.of(1), picks.at(PlanePosition.FIRST, 25, 25));
        assertEquals(OptionalInt.empty(), picks.at(PlanePosition.FIRST, 40, 40));
    }

    @Test
    void nearlyTheSameObjectIsKnown() {
        picks.add(square(10, 10, 20), PlanePosition.FIRST);
        assertEquals(OptionalInt.of(1), picks.same(PlanePosition.FIRST, square(10, 10, 20).mask()));
        assertEquals(
                OptionalInt.empty(), picks.same(PlanePosition.FIRST, square(20, 10, 20).mask()));
    }

    @Test
    void anotherObjectTakesTheNumberAndColorOfTheOneBefore() {
        picks.add(square(10, 10, 8), PlanePosition.FIRST);
        Roi before = picks.outlines().findFirst().orElseThrow();
        picks.replace(1, square(30, 30, 8), PlanePosition.FIRST);
        Roi now = picks.outlines().findFirst().orElseThrow();
        assertArrayEquals(new int[] {1}, picks.numbers());
        assertTrue(now.contains(34, 34));
        assertEquals(before.getStrokeColor(), now.getStrokeColor());
    }

    @Test
    void aRegionSaysWhatItIsInAFileToo() {
        picks.add(square(10, 10, 8), PlanePosition.FIRST);
        Roi outline = picks.outlines().findFirst().orElseThrow();
        Roi read = ij.io.RoiDecoder.openFromByteArray(ij.io.RoiEncoder.saveAsByteArray(outline));
        assertEquals("pick0001-0.75", read.getName());
        assertEquals(OptionalInt.of(1), OwnRois.pick(read));
        assertTrue(OwnRois.isOutline(read));
    }

    @Test
    void inAStackEachPlaneHasItsOwn() {
        ImagePlus stack = IJ.createHyperStack("stack", 60, 50, 2, 3, 2, 8);
        Picks there = new Picks(stack, true);
        there.add(square(10, 10, 8), new PlanePosition(1, 2, 1));
        assertEquals(OptionalInt.of(1), there.at(new PlanePosition(1, 2, 1), 12, 12));
        assertEquals(OptionalInt.empty(), there.at(new PlanePosition(1, 2, 2), 12, 12));
        assertEquals(OptionalInt.empty(), there.at(new PlanePosition(1, 3, 1), 12, 12));
    }

    @Test
    void theLabelImageHasTheNumbersAndTheSmallerOnTop() {
        picks.add(square(0, 0, 4), PlanePosition.FIRST);
        picks.add(square(10, 10, 20), PlanePosition.FIRST);
        picks.add(square(12, 12, 5), PlanePosition.FIRST);
        picks.remove(1);
        ImagePlus labels = PickLabels.of(image).orElseThrow();
        assertEquals("cells-labels", labels.getTitle());
        ImageProcessor pixels = labels.getProcessor();
        assertEquals(3, pixels.get(14, 14));
        assertEquals(2, pixels.get(25, 25));
        assertEquals(0, pixels.get(2, 2));
        assertTrue(PickLabels.of(IJ.createImage("x", 9, 9, 1, 8)).isEmpty());
    }

    @Test
    void theLabelImageOfAStackHasItsSlicesAndFrames() {
        ImagePlus stack = IJ.createHyperStack("stack", 60, 50, 2, 3, 2, 8);
        Picks there = new Picks(stack, true);
        there.add(square(10, 10, 8), new PlanePosition(2, 2, 1));
        there.add(square(10, 10, 8), new PlanePosition(1, 3, 2));
        ImagePlus labels = PickLabels.of(stack).orElseThrow();
        assertEquals(6, labels.getStackSize());
        assertEquals(1, labels.getStack().getProcessor(labels.getStackIndex(1, 2, 1)).get(12, 12));
        assertEquals(2, labels.getStack().getProcessor(labels.getStackIndex(1, 3, 2)).get(12, 12));
        assertEquals(0, labels.getStack().getProcessor(1).get(12, 12));
    }

    private static SegmentedObject square(int x, int y, int side) {
        return new SegmentedObject(
                Mask.ofRegion(new Region(x, y, side, side)),
                new Box(x, y, x + side, y + side),
                0.75f);
    }
}
