package sc.fiji.fastsam.imagej.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.Point;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Role;
import sc.fiji.fastsam.settings.PromptSource;

class PromptOverlayTest {

    private static final List<PromptList.Entry> PROMPTS =
            List.of(
                    PromptList.Entry.of(
                            new PointPrompt("p", 10, 20, Role.FOREGROUND),
                            new PromptPlace(1, 2, 3)),
                    PromptList.Entry.of(
                            new PointPrompt("q", 5, 6, Role.BACKGROUND), new PromptPlace(0, 0, 1)),
                    PromptList.Entry.of(BoxPrompt.of("b", 1.5, 2, 7, 4), PromptPlace.ANY));

    @Test
    void promptsReadBackAreTheSame() {
        ImagePlus imp = IJ.createHyperStack("h", 30, 40, 2, 3, 4, 8);
        PromptOverlay.addTo(imp, PROMPTS, RoiPlace.EVERYWHERE);
        List<PromptList.Entry> back = PromptRois.read(PromptSource.OVERLAY, imp).prompts();
        for (int i = 0; i < PROMPTS.size(); i++) {
            assertEquals(PROMPTS.get(i).prompt(), back.get(i).prompt());
            assertEquals(PROMPTS.get(i).place(), back.get(i).place());
        }
    }

    /** NB: any place of a pixel means that pixel, and ImageJ rounds to the nearest middle. */
    @Test
    void aPointIsDrawnOnThePixelThatItLiesIn() {
        PointPrompt prompt = new PointPrompt("p", 10.9, 20.5, Role.FOREGROUND);
        Roi drawn = PromptOverlay.roi(prompt).orElseThrow();
        assertEquals(new Point(10, 20), drawn.getContainedPoints()[0]);
    }

    /** NB: as ImageJ opens a picture of three channels, which is no hyperstack. */
    @Test
    void promptsForAnyChannelReadBackAreForAnyChannel() {
        ImagePlus imp = IJ.createImage("channels", "8-bit", 30, 40, 3);
        imp.setDimensions(3, 1, 1);
        assertFalse(imp.isHyperStack());
        List<PromptPlace> places = List.of(new PromptPlace(0, 1, 1), new PromptPlace(2, 1, 1));
        PromptOverlay.addTo(
                imp,
                places.stream()
                        .map(place -> PromptList.Entry.of(BoxPrompt.of("b", 1, 2, 7, 4), place))
                        .toList(),
                RoiPlace.EVERYWHERE);
        assertEquals(
                places,
                PromptRois.read(PromptSource.OVERLAY, imp).prompts().stream()
                        .map(PromptList.Entry::place)
                        .toList());
    }

    @Test
    void colorTellsTheRole() {
        assertEquals(PromptOverlay.FOREGROUND, roi(0).getStrokeColor());
        assertEquals(PromptOverlay.BACKGROUND, roi(1).getStrokeColor());
        assertEquals(PromptOverlay.BOX, roi(2).getStrokeColor());
    }

    private static Roi roi(int i) {
        return PromptOverlay.roi(PROMPTS.get(i).prompt()).orElseThrow();
    }

    @Test
    void whatTheOverlayHeldStays() {
        ImagePlus imp = IJ.createImage("plain", "8-bit", 30, 40, 1);
        imp.setOverlay(new Overlay(new Roi(0, 0, 5, 5)));
        PromptOverlay.addTo(imp, PROMPTS, RoiPlace.EVERYWHERE);
        assertEquals(4, imp.getOverlay().size());
    }
}
