package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertSame;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.OwnRois;

class PickerTest {

    private final ImagePlus image = IJ.createImage("cells.tif", "8-bit black", 60, 50, 1);

    /** NB: the last object went with the overlay that the user replaced. */
    @Test
    void whatIsAddedToAnObjectThatIsGoneStays() {
        Picks picks = Picks.of(image);
        picks.add(PicksTest.square(10, 10, 8), PlanePosition.FIRST);
        picks.grow(1, PicksTest.square(30, 10, 8).mask(), PlanePosition.FIRST);
        Picker picker = new Picker();
        picker.pick(image, 12, 12);
        Roi found = new Roi(20, 20, 9, 9);
        OwnRois.mark(found, OwnRois.EVERYTHING);
        image.setOverlay(new Overlay(found));
        picker.add(image, 24, 24);
        assertSame(found, image.getOverlay().get(0));
    }
}
