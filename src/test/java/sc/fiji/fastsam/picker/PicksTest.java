package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.fastsam.imagej.PlanePosition.FIRST;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.imagej.roi.Overlays;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;

class PicksTest {

    private final ImagePlus image = IJ.createImage("cells.tif", "8-bit black", 60, 50, 1);
    private final Picks picks = new Picks(image, true);

    @Test
    void picksAreNumberedAndWhatElseIsInTheOverlayStays() {
        Roi mine = new Roi(1, 1, 3, 3);
        image.setOverlay(new Overlay(mine));
        assertEquals(1, picks.add(square(10, 10, 8), FIRST));
        assertEquals(2, picks.add(square(30, 10, 8), FIRST));
        assertEquals(3, image.getOverlay().size());
        picks.remove(picks.numbered(1, FIRST).orElseThrow());
        assertEquals("2", numbers());
        assertEquals(mine, image.getOverlay().get(0));
        assertEquals(3, picks.add(square(10, 30, 8), FIRST));
    }

    /** NB: as after "Remove Overlay", where the ROI Manager still has it. */
    @Test
    void anObjectIsTakenOutWhereThereIsNoOverlay() {
        picks.add(square(10, 10, 8), FIRST);
        picks.add(square(30, 10, 8), FIRST);
        Roi last = picks.numbered(2, FIRST).orElseThrow();
        image.setOverlay(null);
        picks.remove(last);
        assertEquals("", numbers());
        assertNull(image.getOverlay());
    }

    @Test
    void theSmallestAtAPixelIsMeant() {
        picks.add(square(10, 10, 20), FIRST);
        picks.add(square(12, 12, 5), FIRST);
        assertEquals("pick0002-0.75", picks.at(FIRST, 14, 14).orElseThrow().getName());
        assertEquals("pick0001-0.75", picks.at(FIRST, 25, 25).orElseThrow().getName());
        assertTrue(picks.at(FIRST, 40, 40).isEmpty());
    }

    @Test
    void nearlyTheSameObjectIsKnown() {
        picks.add(square(10, 10, 20), FIRST);
        assertTrue(picks.same(FIRST, square(10, 10, 20).mask()).isPresent());
        assertTrue(picks.same(FIRST, square(20, 10, 20).mask()).isEmpty());
    }

    /** NB: of 20 x 20 pixels 18 x 18 are 0.81, 16 x 12 in it are less than half. */
    @Test
    void anotherOutlineOfAnObjectIsThatObjectAndOneInsideItIsNot() {
        picks.add(square(10, 10, 20), FIRST);
        Mask closer = square(11, 11, 18).mask();
        assertTrue(picks.same(FIRST, closer).isPresent());
        Mask inside = Mask.ofRegion(new Region(12, 12, 16, 12));
        assertTrue(picks.same(FIRST, inside).isEmpty());
        picks.reshape(1, new SegmentedObject(closer, closer.bounds().toBox(), 0.9f), FIRST);
        Roi now = picks.numbered(1, FIRST).orElseThrow();
        assertEquals(324, MaskRois.toMask(now).area());
        assertEquals("pick0001-0.90", now.getName());
        assertEquals("324 pixels, score 0.90", picks.text(1, FIRST));
        assertEquals(1, image.getOverlay().size());
    }

    @Test
    void anObjectThatGrowsKeepsItsNumberNameAndColor() {
        picks.add(square(10, 10, 8), FIRST);
        Roi before = picks.numbered(1, FIRST).orElseThrow();
        picks.grow(1, square(30, 30, 8).mask(), FIRST);
        Roi now = picks.numbered(1, FIRST).orElseThrow();
        assertEquals("1", numbers());
        assertTrue(now.contains(34, 34) && now.contains(14, 14) && !now.contains(25, 25));
        assertEquals(before.getStrokeColor(), now.getStrokeColor());
        assertEquals(before.getName(), now.getName());
        assertTrue(OwnRois.isComposed(now));
    }

    /** NB: a nucleus that grows by its cell is the cell, which the network knows. */
    @Test
    void anObjectThatGrowsIntoOneThatHoldsItIsNotComposed() {
        picks.add(square(14, 14, 4), FIRST);
        picks.grow(1, square(10, 10, 20).mask(), FIRST);
        assertFalse(OwnRois.isComposed(picks.numbered(1, FIRST).orElseThrow()));
    }

    @Test
    void twoPickedObjectsBecomeOne() {
        picks.add(square(10, 10, 8), FIRST);
        picks.add(square(18, 10, 8), FIRST);
        picks.merge(1, picks.numbered(2, FIRST).orElseThrow(), FIRST);
        assertEquals("1", numbers());
        assertEquals(128, MaskRois.toMask(picks.numbered(1, FIRST).orElseThrow()).area());
        picks.merge(1, picks.numbered(1, FIRST).orElseThrow(), FIRST);
        assertEquals("1", numbers());
    }

    /** NB: the fourth is not crossed, the others are an object that was picked, and one found. */
    @Test
    void whatALineCrossesIsCutAndTheLargestPartIsTheObject() {
        image.setOverlay(Overlays.create(List.of(square(10, 30, 10)), RoiPlace.EVERYWHERE));
        picks.add(square(10, 10, 10), FIRST);
        picks.add(square(40, 10, 10), FIRST);
        picks.add(square(14, 42, 5), FIRST);
        Roi before = picks.numbered(1, FIRST).orElseThrow();
        List<Cut> cuts = picks.cut(line(15.5, 5, 15.5, 44), FIRST);
        assertEquals(List.of(new Cut(4, List.of(5)), new Cut(1, List.of(6))), cuts);
        assertEquals("1 2 3 4 5 6", numbers());
        Roi largest = picks.numbered(1, FIRST).orElseThrow();
        assertEquals(Mask.ofRegion(new Region(10, 10, 6, 10)), MaskRois.toMask(largest));
        assertEquals(before.getName(), largest.getName());
        assertEquals(before.getStrokeColor(), largest.getStrokeColor());
        Roi other = picks.numbered(6, FIRST).orElseThrow();
        assertEquals(Mask.ofRegion(new Region(16, 10, 4, 10)), MaskRois.toMask(other));
        assertEquals("pick0006-0.75", other.getName());
        assertTrue(OwnRois.isComposed(largest) && OwnRois.isComposed(other));
        ImageProcessor labels = PickLabels.of(image).orElseThrow().getProcessor();
        assertEquals(4, labels.get(12, 32));
        assertEquals(5, labels.get(17, 32));
        assertEquals(2, labels.get(42, 12));
    }

    /** NB: so that a cut through many of thousands takes no longer than one through a few. */
    @Test
    void theOverlayIsLookedAtAsOftenForManyObjectsAsForOne() {
        assertEquals(looks(1), looks(5));
    }

    /** How often the overlay is looked at when a line cuts some objects, picked and found. */
    private static int looks(int count) {
        ImagePlus other = IJ.createImage("cells.tif", "8-bit black", 60, 50, 1);
        int[] looks = {0};
        other.setOverlay(
                new Overlay() {
                    @Override
                    public Roi[] toArray() {
                        looks[0]++;
                        return super.toArray();
                    }
                });
        Picks there = Picks.of(other);
        for (int i = 0; i < count; i++) {
            there.add(square(1 + 10 * i, 10, 8), FIRST);
            Overlays.addTo(
                    other.getOverlay(), List.of(square(1 + 10 * i, 30, 8)), RoiPlace.EVERYWHERE);
        }
        looks[0] = 0;
        assertEquals(count, there.cut(line(-1, 14.5, 61, 14.5), FIRST).size());
        assertEquals(count, there.cut(line(-1, 34.5, 61, 34.5), FIRST).size());
        return looks[0];
    }

    @Test
    void whereNothingIsCutThereIsNothingToTakeBack() {
        picks.cut(line(10, -1, 10, 60), FIRST);
        assertTrue(picks.undo().isEmpty());
    }

    @Test
    void whatWasCutIsToldInWords() {
        assertEquals("object 3 was cut, object 7 is new", Cut.text(List.of(cut(3, 7))));
        assertEquals("object 3 was cut, objects 7, 8 are new", Cut.text(List.of(cut(3, 7, 8))));
        assertEquals("2 objects were cut in two or more", Cut.text(List.of(cut(3, 7), cut(4, 8))));
    }

    private static Cut cut(int number, Integer... others) {
        return new Cut(number, List.of(others));
    }

    static List<Point2D> line(double x0, double y0, double x1, double y1) {
        return List.of(new Point2D.Double(x0, y0), new Point2D.Double(x1, y1));
    }

    /** NB: the part keeps the label that the object has in the other planes. */
    @Test
    void theLargestPartOfALinkedObjectIsStillLinked() {
        ImagePlus stack = IJ.createImage("stack", "8-bit black", 60, 50, 2);
        Overlay overlay = new Overlay();
        addLinked(overlay, stack, "a", 1, List.of(1, 2));
        addLinked(overlay, stack, "a", 2, List.of(1, 2));
        stack.setOverlay(overlay);
        Picks there = new Picks(stack, true);
        there.cut(line(12.5, 5, 12.5, 20), FIRST);
        there.takeAll();
        assertEquals(
                "1 2 1 2 3",
                there.picked()
                        .map(roi -> "" + OwnRois.pick(roi).getAsInt())
                        .collect(Collectors.joining(" ")));
        assertEquals(40, MaskRois.toMask(there.numbered(1, FIRST).orElseThrow()).area());
    }

    @Test
    void objectsOfEarlierRunsAreTakenOverWithNumbersNamesAndColors() {
        Overlay overlay =
                Overlays.create(List.of(square(10, 10, 8), square(30, 30, 8)), RoiPlace.EVERYWHERE);
        image.setOverlay(overlay);
        picks.add(square(40, 10, 5), FIRST);
        assertEquals(2, picks.takeAll());
        assertEquals("1 2 3", numbers());
        assertEquals("pick0002-0.75", picks.at(FIRST, 12, 12).orElseThrow().getName());
        assertEquals(0, picks.takeAll());
        assertEquals(2, picks.take(picks.numbered(2, FIRST).orElseThrow()));
    }

    /** NB: the first is missing on the second plane, and a third begins there. */
    @Test
    void whatWasLinkedThroughAStackHasItsLabelInAllPlanes() {
        ImagePlus stack = IJ.createImage("stack", "8-bit black", 60, 50, 2);
        Overlay overlay = new Overlay();
        addLinked(overlay, stack, "a", 1, List.of(1, 2));
        addLinked(overlay, stack, "a", 2, List.of(2, 3));
        stack.setOverlay(overlay);
        Picks there = new Picks(stack, true);
        PlanePosition second = new PlanePosition(1, 2, 1);
        assertEquals(4, there.add(square(40, 40, 5), second));
        assertEquals(2, there.take(there.at(second, 12, 12).orElseThrow()));
        assertEquals(3, there.takeAll());
        ImagePlus labels = PickLabels.of(stack).orElseThrow();
        assertEquals(1, labels.getStack().getProcessor(1).get(12, 12));
        assertEquals(2, labels.getStack().getProcessor(1).get(32, 12));
        assertEquals(2, labels.getStack().getProcessor(2).get(12, 12));
        assertEquals(3, labels.getStack().getProcessor(2).get(32, 12));
        assertEquals(4, labels.getStack().getProcessor(2).get(42, 42));
        there.grow(2, square(20, 30, 5).mask(), second);
        assertEquals(64, MaskRois.toMask(there.numbered(2, FIRST).orElseThrow()).area());
        assertEquals(89, MaskRois.toMask(there.numbered(2, second).orElseThrow()).area());
    }

    /** NB: outlines of answers are called as their prompts. */
    @Test
    void anObjectOfAnotherNameKeepsItsScore() {
        Overlay overlay = Overlays.create(List.of(square(10, 10, 8)), RoiPlace.EVERYWHERE);
        overlay.get(0).setName("point1");
        OwnRois.setScore(overlay.get(0), "0.81");
        image.setOverlay(overlay);
        assertEquals(1, picks.takeAll());
        assertEquals("pick0001-0.81", overlay.get(0).getName());
    }

    @Test
    void labelsOfTwoLinkedStacksAreNotTheSame() {
        ImagePlus stack = IJ.createImage("stack", "8-bit black", 60, 50, 2);
        Picks there = new Picks(stack, true);
        Overlay overlay = new Overlay();
        stack.setOverlay(overlay);
        addLinked(overlay, stack, "a", 1, List.of(1, 2));
        there.takeAll();
        addLinked(overlay, stack, "b", 2, List.of(1, 2));
        there.takeAll();
        assertEquals(
                "1 2 3 4",
                there.picked()
                        .map(roi -> "" + OwnRois.pick(roi).getAsInt())
                        .collect(Collectors.joining(" ")));
    }

    /** Two squares, from the left. */
    private static void addLinked(
            Overlay overlay, ImagePlus stack, String name, int slice, List<Integer> labels) {
        RoiPlace place = RoiPlace.of(stack, new PlanePosition(1, slice, 1));
        int first = overlay.size();
        Overlays.addTo(overlay, List.of(square(10, 10, 8), square(30, 10, 8)), place);
        for (int i = 0; i < 2; i++) {
            OwnRois.setLink(overlay.get(first + i), new OwnRois.Link(name, labels.get(i)));
        }
    }

    @Test
    void aRegionSaysWhatItIsInAFileToo() {
        picks.add(square(10, 10, 8), FIRST);
        Roi outline = picks.picked().findFirst().orElseThrow();
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
        assertTrue(there.at(new PlanePosition(1, 2, 1), 12, 12).isPresent());
        assertTrue(there.at(new PlanePosition(1, 2, 2), 12, 12).isEmpty());
        assertTrue(there.at(new PlanePosition(1, 3, 1), 12, 12).isEmpty());
    }

    /** NB: a click on any of them finds it, so it is to be seen there. */
    @Test
    void anObjectShowsInAllChannels() {
        ImagePlus stack = IJ.createHyperStack("stack", 60, 50, 2, 3, 2, 8);
        stack.setDisplayMode(IJ.GRAYSCALE);
        Picks there = new Picks(stack, true);
        PlanePosition second = new PlanePosition(2, 3, 2);
        there.add(square(10, 10, 8), second);
        Overlay overlay = stack.getOverlay();
        Overlays.addTo(overlay, List.of(square(30, 10, 8)), RoiPlace.of(stack, second));
        assertEquals(2, overlay.get(1).getCPosition());
        there.takeAll();
        for (Roi outline : overlay.toArray()) {
            assertEquals(0, outline.getCPosition());
            assertEquals(3, outline.getZPosition());
            assertEquals(2, outline.getTPosition());
        }
    }

    @Test
    void theLabelImageHasTheNumbersAndTheSmallerOnTop() {
        picks.add(square(0, 0, 4), FIRST);
        picks.add(square(10, 10, 20), FIRST);
        picks.add(square(12, 12, 5), FIRST);
        picks.remove(picks.numbered(1, FIRST).orElseThrow());
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

    /** NB: ImageJ moves the overlay of an image that is cropped, and cuts nothing off. */
    @Test
    void theLabelImageOfACroppedImageHasWhatIsInIt() {
        picks.add(square(10, 10, 20), FIRST);
        picks.add(square(0, 0, 4), FIRST);
        image.setProcessor(image.getProcessor().createProcessor(25, 10));
        image.getOverlay().translate(-15, -25);
        ImageProcessor pixels = PickLabels.of(image).orElseThrow().getProcessor();
        assertEquals(1, pixels.get(14, 4));
        assertEquals(0, pixels.get(15, 4));
        assertEquals(0, pixels.get(14, 5));
    }

    @Test
    void ofASliceThatWasDeletedTheLabelImageHasNothing() {
        ImagePlus stack = IJ.createImage("stack", "8-bit black", 60, 50, 3);
        Picks there = new Picks(stack, true);
        there.add(square(10, 10, 8), new PlanePosition(1, 2, 1));
        there.add(square(10, 10, 8), new PlanePosition(1, 3, 1));
        stack.getStack().deleteLastSlice();
        stack.setStack(stack.getStack());
        ImagePlus labels = PickLabels.of(stack).orElseThrow();
        assertEquals(2, labels.getStackSize());
        assertEquals(1, labels.getStack().getProcessor(2).get(12, 12));
    }

    /** NB: 255 places of a color table; up to there the colors are those of the outlines. */
    @Test
    void theLabelImageShowsEachNumberWithinItsRange() {
        picks.add(square(1, 1, 2), FIRST);
        ImagePlus few = PickLabels.of(image).orElseThrow();
        assertEquals(255, few.getDisplayRangeMax());
        assertEquals(
                image.getOverlay().get(0).getStrokeColor(),
                new Color(few.getProcessor().getColorModel().getRGB(1)));
        for (int i = 0; i < 299; i++) {
            picks.add(square(i % 28 * 2, 4 + i / 28 * 4, 2), FIRST);
        }
        assertEquals(300, PickLabels.of(image).orElseThrow().getDisplayRangeMax());
    }

    private String numbers() {
        return picks.picked()
                .map(roi -> OwnRois.pick(roi).getAsInt())
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    static SegmentedObject square(int x, int y, int side) {
        return new SegmentedObject(
                Mask.ofRegion(new Region(x, y, side, side)),
                new Box(x, y, x + side, y + side),
                0.75f);
    }
}
