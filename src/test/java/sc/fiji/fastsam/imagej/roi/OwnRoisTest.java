package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

class OwnRoisTest {

    private static final List<SegmentedObject> OBJECTS =
            List.of(Drawn.object(0.9, Drawn.mask(2, 1, "###", "#.#", "###")));

    private static final RoiPlace SECOND = new RoiPlace(2, 0, 2, 1, false);
    private static final RoiPlace THIRD = new RoiPlace(3, 0, 3, 1, false);

    @Test
    void aRerunTakesOutItsOwnOutlinesOfThePlaneAndNoOthers() {
        Overlay overlay = new Overlay(new Roi(0, 0, 2, 2));
        Overlays.addTo(overlay, OBJECTS, SECOND);
        Overlays.addTo(overlay, OBJECTS, THIRD);
        Overlays.addTo(overlay, OBJECTS, SECOND, OwnRois.ANSWER);
        OwnRois.remove(overlay, OwnRois.EVERYTHING, SECOND);
        assertEquals(3, overlay.size());
        assertEquals(3, overlay.get(1).getPosition());
        assertTrue(OwnRois.is(overlay.get(2), OwnRois.ANSWER));
    }

    @Test
    void inAHyperstackTheChannelPlaysNoPart() {
        Overlay overlay = new Overlay();
        Overlays.addTo(overlay, OBJECTS, new RoiPlace(5, 1, 2, 3, true));
        OwnRois.remove(overlay, OwnRois.EVERYTHING, new RoiPlace(6, 2, 2, 3, true));
        assertEquals(0, overlay.size());
    }

    /** NB: what says which images are open is the display's; here none is. */
    @Test
    void whereTheImageIsNoLongerOpenItsTitleCounts() {
        ImagePlus source = IJ.createImage("cells.tif", "8-bit black", 4, 3, 1);
        ImagePlus reopened = IJ.createImage("cells.tif", "8-bit black", 4, 3, 1);
        Roi roi = ObjectRois.create(OBJECTS, RoiPlace.EVERYWHERE).get(0);
        OwnRois.setImage(roi, source.getTitle());
        OwnRois.setSource(roi, source);
        assertTrue(OwnRois.is(roi, OwnRois.EVERYTHING, reopened));
        assertFalse(OwnRois.is(roi, OwnRois.ANSWER, reopened));
        source.setTitle("renamed");
        assertFalse(OwnRois.is(roi, OwnRois.EVERYTHING, source));
    }

    @Test
    void theMarkIsKeptInFilesAndCopies() {
        Roi roi = ObjectRois.create(OBJECTS, RoiPlace.EVERYWHERE).get(0);
        OwnRois.setImage(roi, "cells.tif");
        Roi read = RoiDecoder.openFromByteArray(RoiEncoder.saveAsByteArray(roi));
        assertTrue(OwnRois.is(read, OwnRois.EVERYTHING, "cells.tif"));
        assertTrue(OwnRois.isOutline((Roi) roi.clone()));
        assertFalse(OwnRois.is(read, OwnRois.EVERYTHING, "other.tif"));
        assertFalse(OwnRois.isOutline(new Roi(1, 2, 3, 4)));
    }
}
