package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import org.junit.jupiter.api.Test;

class AreaNoteTest {

    @Test
    void anAreaOfPixelsIsSaidInTheImagesUnit() {
        ImagePlus image = IJ.createImage("x", "8-bit black", 4, 3, 1);
        assertFalse(AreaNote.isFor(image));
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().pixelHeight = 0.25;
        image.getCalibration().setUnit("um");
        assertTrue(AreaNote.isFor(image));
        assertEquals("= 1.25 µm²", AreaNote.text(10, image));
    }

    @Test
    void anImageWithABlankUnitHasNone() {
        ImagePlus image = IJ.createImage("x", "8-bit black", 4, 3, 1);
        image.getCalibration().setUnit(" ");
        assertFalse(AreaNote.isFor(image));
    }
}
