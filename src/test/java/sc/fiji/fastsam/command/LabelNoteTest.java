package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.LabelPlus;
import sc.fiji.fastsam.imagej.ObjectColors;

class LabelNoteTest {

    private final ImagePlus source = IJ.createImage("cells.tif", "8-bit black", 4, 3, 1);

    @Test
    void ofALabelImageTheUserIsTold() {
        ImagePlus labels = LabelPlus.createStack(Map.of(), source, ObjectColors.byLabel(3));
        assertEquals(". This is a label image: choose its source first.", LabelNote.brief(labels));
        assertEquals(
                "\"cells-labels\" is a label image: its numbers were segmented and measured."
                        + " Choose the image that it was made of, and run again.",
                LabelNote.line(labels));
    }

    @Test
    void ofOtherImagesNothingIsSaid() {
        assertEquals("", LabelNote.brief(source));
        assertEquals("", LabelNote.line(source));
    }
}
