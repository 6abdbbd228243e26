package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.fastsam.imagej.PlanePosition.FIRST;
import static sc.fiji.fastsam.picker.PicksTest.square;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.imagej.roi.Overlays;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.imagej.roi.RoiPlace;

class PickHistoryTest {

    private final ImagePlus image = IJ.createImage("cells.tif", "8-bit black", 60, 50, 1);
    private final Picker picker = new Picker();

    /** The user's region, two picked objects, and two that a run found. */
    PickHistoryTest() {
        image.setOverlay(new Overlay(new Roi(1, 1, 3, 3)));
        Picks picks = Picks.of(image);
        picks.add(square(10, 10, 8), FIRST);
        Overlays.addTo(
                image.getOverlay(),
                List.of(square(20, 10, 8), square(30, 10, 8)),
                RoiPlace.EVERYWHERE);
        picks.add(square(40, 10, 8), FIRST);
    }

    private Roi at(int x, int y) {
        return Picks.of(image).at(FIRST, x, y).orElseThrow();
    }

    @Test
    void eachChangeIsTakenBackToTheLastProperty() {
        isTakenBack(picks -> picks.add(square(10, 30, 5), FIRST));
        isTakenBack(picks -> picks.grow(1, square(10, 18, 8).mask(), FIRST));
        isTakenBack(picks -> picks.reshape(1, square(11, 11, 6), FIRST));
        isTakenBack(picks -> picks.merge(1, at(42, 12), FIRST));
        isTakenBack(picks -> picks.merge(2, at(12, 12), FIRST));
        isTakenBack(picks -> picks.merge(1, at(22, 12), FIRST));
        isTakenBack(picks -> picks.take(at(22, 12)));
        isTakenBack(picks -> picks.cut(PicksTest.line(5, 14, 60, 14), FIRST));
        isTakenBack(Picks::takeAll);
        isTakenBack(picks -> picks.remove(at(12, 12)));
        isTakenBack(picks -> picks.remove(at(32, 12)));
    }

    /** NB: two steps of one click on a found object with a box. */
    @Test
    void allOfAStepIsTakenBack() {
        isTakenBack(
                picks -> {
                    int number = picks.take(at(22, 12));
                    picks.reshape(number, square(21, 11, 7), FIRST);
                });
    }

    private void isTakenBack(Consumer<Picks> change) {
        String before = overlay();
        Picks picks = Picks.of(image);
        change.accept(picks);
        assertNotEquals(before, overlay());
        picks.undo().orElseThrow().run();
        assertEquals(before, overlay());
    }

    private String overlay() {
        return Arrays.stream(image.getOverlay().toArray())
                .map(
                        roi ->
                                MaskRois.toMask(roi)
                                        + roi.getName()
                                        + roi.getProperties()
                                        + roi.getStrokeColor())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatChangesNothingIsNoStep() {
        Picks picks = Picks.of(image);
        picks.take(at(12, 12));
        assertTrue(picks.undo().isEmpty());
        picks.takeAll();
        Picks.of(image).takeAll();
        picker.takeAll(image);
        assertFalse(picker.isUndone(image));
    }

    @Test
    void stepsAreTakenBackFromTheLast() {
        String before = overlay();
        picker.subtract(image, 42, 12);
        picker.removeLast(image);
        assertEquals("found found", kinds());
        String then = overlay();
        picker.takeAll(image);
        assertEquals("pick1 pick2", kinds());
        picker.undo(image);
        assertEquals(then, overlay());
        picker.undo(image);
        assertEquals("pick1 found found", kinds());
        picker.undo(image);
        assertEquals(before, overlay());
        picker.undo(image);
        assertEquals(before, overlay());
        assertFalse(picker.isUndone(image));
    }

    private String kinds() {
        return Arrays.stream(image.getOverlay().toArray())
                .filter(OwnRois::isOutline)
                .map(
                        roi ->
                                OwnRois.pick(roi).isPresent()
                                        ? "pick" + OwnRois.pick(roi).getAsInt()
                                        : "found")
                .collect(Collectors.joining(" "));
    }

    /** NB: an object that was put together is picked without the network. */
    @Test
    void afterwardsShiftAddsToTheObjectThatWasTheLastBefore() {
        Picks.of(image).grow(1, square(10, 30, 8).mask(), FIRST);
        picker.pick(image, 12, 12);
        picker.subtract(image, 12, 12);
        picker.undo(image);
        picker.add(image, 42, 12);
        assertEquals("pick1 found found", kinds());
        assertEquals(192, MaskRois.toMask(at(42, 12)).area());
        picker.undo(image);
        assertEquals("pick1 found found pick2", kinds());
        picker.add(image, 22, 12);
        assertEquals(192, MaskRois.toMask(at(22, 12)).area());
    }

    @Test
    void whatOthersDidMeanwhileStays() {
        picker.subtract(image, 12, 12);
        Roi mine = new Roi(50, 40, 3, 3);
        image.getOverlay().add(mine);
        image.getOverlay().remove(0);
        picker.undo(image);
        assertEquals("found pick1 found pick2", kinds());
        assertEquals(mine, image.getOverlay().get(4));
    }

    @Test
    void whatWasRemovedMeanwhileStaysAway() {
        picker.takeAll(image);
        image.setOverlay(null);
        picker.undo(image);
        assertEquals(0, image.getOverlay() == null ? 0 : image.getOverlay().size());
    }

    /** NB: else objects that the first run found were there beside those of the next. */
    @Test
    void whatWasDoneBeforeALaterRunIsNotTakenBack() {
        picker.subtract(image, 22, 12);
        OwnRois.remove(image.getOverlay(), OwnRois.EVERYTHING, RoiPlace.EVERYWHERE);
        Overlays.addTo(image.getOverlay(), List.of(square(21, 10, 8)), RoiPlace.EVERYWHERE);
        picker.undo(image);
        assertEquals("pick1 pick2 found", kinds());
    }

    /** NB: ImageJ moves the outlines of an image that is cropped. */
    @Test
    void whatWasDoneBeforeACropIsNotTakenBack() {
        picker.subtract(image, 12, 12);
        image.setProcessor(image.getProcessor().createProcessor(40, 40));
        picker.undo(image);
        assertEquals("found found pick2", kinds());
    }

    /** NB: else ImageJ's command is ImageJ's. */
    @Test
    void theUndoCommandIsTakenWhileAStepIsTheLastThatHappened() {
        assertFalse(picker.isUndone(image));
        picker.subtract(image, 12, 12);
        assertTrue(picker.isUndone(image));
        assertFalse(picker.isUndone(image.duplicate()));
        picker.subtract(image, 42, 12);
        image.getOverlay().add(new Roi(50, 40, 3, 3));
        assertFalse(picker.isUndone(image));
        picker.undo(image);
        assertTrue(picker.isUndone(image));
        picker.undo(image);
        assertFalse(picker.isUndone(image));
    }

    /** NB: an image that shows another slice says that it was drawn anew, as after a filter. */
    @Test
    void anotherSliceIsNoChangeOfTheImage() {
        ImagePlus stack = IJ.createImage("stack", "8-bit black", 60, 50, 3);
        PickHistory history = new PickHistory(stack);
        history.add(new PickHistory.Step("", Optional.empty(), () -> {}));
        stack.setSlice(2);
        history.update();
        assertTrue(history.isLatest());
        history.update();
        assertFalse(history.isLatest());
        history.add(new PickHistory.Step("", Optional.empty(), () -> {}));
        assertTrue(history.isLatest());
    }
}
