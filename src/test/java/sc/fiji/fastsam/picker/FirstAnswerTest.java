package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static sc.fiji.fastsam.imagej.PlanePosition.FIRST;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.Settings;

/** NB: the network finds 20 x 20 pixels, of which 8 x 8 are outlined. */
class FirstAnswerTest {

    private static final SegmentedObject WHOLE = PicksTest.square(10, 10, 20);

    private final ImagePlus image = IJ.createImage("cells.tif", "8-bit black", 60, 50, 1);
    private final Picks picks = new Picks(image, false);

    @Test
    void aClickOnAnOutlineThatTheNetworkTakesForAPartMeansTheOutline() {
        picks.add(PicksTest.square(12, 12, 8), FIRST);
        assertEquals(1, take(Pick.at(FIRST, 15.5, 15.5)));
        assertEquals(1, image.getOverlay().size());
        assertEquals(8, image.getOverlay().get(0).getBounds().width);
    }

    @Test
    void likewiseAnOutlineOfAnEarlierRunWhichBecomesAPickedObject() {
        Roi found = new Roi(12, 12, 8, 8);
        OwnRois.mark(found, OwnRois.EVERYTHING);
        image.setOverlay(new Overlay(found));
        assertEquals(1, take(Pick.at(FIRST, 15.5, 15.5)));
        assertEquals(1, image.getOverlay().size());
        assertEquals(1, OwnRois.pick(image.getOverlay().get(0)).orElseThrow());
    }

    @Test
    void besideTheOutlineAndInABoxTheWholeIsMeant() {
        picks.add(PicksTest.square(12, 12, 8), FIRST);
        assertEquals(2, take(Pick.at(FIRST, 25.5, 25.5)));
        assertEquals(20, image.getOverlay().get(1).getBounds().width);
        picks.remove(image.getOverlay().get(1));
        assertEquals(2, take(Pick.in(FIRST, new Rectangle2D.Double(9, 9, 22, 22))));
    }

    @Test
    void whatIsInsideAnOutlineIsAnObjectOfItsOwn() {
        picks.add(PicksTest.square(2, 2, 40), FIRST);
        assertEquals(2, take(Pick.at(FIRST, 15.5, 15.5)));
    }

    private int take(Pick pick) {
        Target target = new Target(image, Optional.empty());
        FirstAnswer.take(target, pick, WHOLE, Settings.DEFAULT, picks);
        return target.number.getAsInt();
    }
}
