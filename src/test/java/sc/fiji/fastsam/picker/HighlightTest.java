package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.IJ;
import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.ShownRegions;
import sc.fiji.fastsam.prompt.Selector;
import sc.fiji.fastsam.testing.Drawn;

class HighlightTest {

    private final ImagePlus image = IJ.createImage("x", "8-bit black", 50, 40, 1);
    private final Highlight highlight = new Highlight();

    @Test
    void theObjectUnderThePointerIsOutlined() {
        highlight.know(highlight.look(image, PlanePosition.FIRST), square());
        highlight.show(image, 12, 14);
        assertEquals(1, ShownRegions.count(image));
        assertEquals(0, image.getOverlay().size());
        highlight.show(image, 30, 30);
        assertNull(image.getOverlay());
    }

    @Test
    void whatWasLookedAtBeforeTheImageChangedIsNotKnown() {
        Highlight.Look look = highlight.look(image, PlanePosition.FIRST);
        highlight.forget(image);
        highlight.know(look, square());
        highlight.show(image, 12, 14);
        assertNull(image.getOverlay());
    }

    @Test
    void whatWasLookedAtByOtherSettingsIsNotKnown() {
        Highlight.Look look = highlight.look(image, PlanePosition.FIRST);
        highlight.forget();
        highlight.know(look, square());
        highlight.show(image, 12, 14);
        assertNull(image.getOverlay());
    }

    @Test
    void theChangeOfAnotherImageIsNone() {
        Highlight.Look look = highlight.look(image, PlanePosition.FIRST);
        highlight.forget(IJ.createImage("y", "8-bit black", 50, 40, 1));
        highlight.know(look, square());
        highlight.show(image, 12, 14);
        assertEquals(1, ShownRegions.count(image));
        assertEquals(0, image.getOverlay().size());
    }

    private static Selector square() {
        return Selector.of(Drawn.segmentation(50, 40, PicksTest.square(10, 10, 8)));
    }
}
