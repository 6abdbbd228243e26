package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptRois;
import sc.fiji.fastsam.settings.PromptSource;

class PromptCountTest {

    @Test
    void whatWasUnderstoodIsCountedByKind() {
        assertEquals(
                "3 points, 2 background points, 1 rectangle",
                PromptCount.text(PromptList.typed("1,2; 3,4; 5,6", "7,8; 9,1", "1,2,3,4")));
        assertEquals("1 point", PromptCount.text(PromptList.typed("1,2", "", "")));
    }

    @Test
    void areasThatAreNoRectanglesAreNamedAsSuch() {
        ImagePlus imp = IJ.createImage("x", "8-bit black", 90, 80, 1);
        imp.setRoi(new Roi(3, 4, 20, 30));
        assertEquals("1 rectangle", text(imp));
        imp.setRoi(new OvalRoi(3, 4, 20, 30));
        assertEquals("1 other area (by bounds)", text(imp));
        imp.setRoi(new ShapeRoi(imp.getRoi()).or(new ShapeRoi(new Roi(50, 40, 10, 12))));
        assertEquals("1 rectangle, 1 other area (by bounds)", text(imp));
    }

    private static String text(ImagePlus imp) {
        return PromptCount.text(PromptRois.read(PromptSource.SELECTION, imp));
    }

    @Test
    void channelsInWordsCarryTheirNumbers() {
        assertEquals(
                "[active channel (-1), as displayed (0), channel (1), channel (2)]",
                ChannelWords.of(IJ.createHyperStack("two", 4, 3, 2, 1, 1, 8)).toString());
    }

    @Test
    void anRgbImageHasThreeColors() {
        assertEquals(
                "[active channel (-1), as displayed (0), red (1), green (2), blue (3)]",
                ChannelWords.of(IJ.createImage("colors", "RGB", 4, 3, 1)).toString());
    }
}
