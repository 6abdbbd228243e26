package sc.fiji.fastsam.imagej.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.settings.PromptSource;

class PromptRoisTest {

    private final ImagePlus imp = IJ.createImage("plain", "8-bit", 100, 60, 1);

    @Test
    void theSelectionIsOneRoi() {
        imp.setRoi(new Roi(1, 2, 3, 4));
        assertEquals(1, PromptRois.read(PromptSource.SELECTION, imp).prompts().size());
    }

    @Test
    void eachPieceOfASelectionIsAPromptAndAHoleIsNone() {
        Roi frame = new ShapeRoi(new Roi(2, 3, 20, 30)).not(new ShapeRoi(new Roi(6, 8, 9, 10)));
        imp.setRoi(new ShapeRoi(frame).or(new ShapeRoi(new Roi(50, 40, 10, 12))));
        assertEquals(
                List.of(new Box(2, 3, 22, 33), new Box(50, 40, 60, 52)),
                PromptRois.read(PromptSource.SELECTION, imp).prompts().stream()
                        .map(entry -> ((BoxPrompt) entry.prompt()).boxInSource())
                        .toList());
    }

    @Test
    void aSelectionOfOnePieceWithAHoleIsItself() {
        imp.setRoi(new ShapeRoi(new Roi(2, 3, 20, 30)).not(new ShapeRoi(new Roi(6, 8, 9, 10))));
        assertEquals(List.of(imp.getRoi()), PromptRois.of(PromptSource.SELECTION, imp));
    }

    @Test
    void theOverlayGivesAllItsRois() {
        Overlay overlay = new Overlay(new Roi(1, 2, 3, 4));
        overlay.add(new PointRoi(5, 6));
        imp.setOverlay(overlay);
        assertEquals(2, PromptRois.read(PromptSource.OVERLAY, imp).prompts().size());
    }

    @ParameterizedTest
    @EnumSource
    void nothingThereIsAnErrorThatSaysHowToMakePrompts(PromptSource source) {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> PromptRois.read(source, imp));
        assertTrue(e.getMessage().startsWith("No prompts: "), e.getMessage());
        assertTrue(e.getMessage().matches(".*(Draw|Put).*"), e.getMessage());
    }
}
