package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.IJ;
import ij.ImagePlus;
import java.awt.Color;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.ShownRegions;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;
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

    /** NB: 7 of 8 columns are the same object, as it was found before or closer. */
    @Test
    void ofAnObjectThatIsOutlinedTheOutlineIsShownThatAClickKeeps() {
        Picks.of(image).add(object(10, 10, 7, 8), PlanePosition.FIRST);
        highlight.know(highlight.look(image, PlanePosition.FIRST), square());
        highlight.show(image, 12, 14);
        assertEquals(2, ShownRegions.count(image));
        assertEquals(7, ShownRegions.of(image).get(1).getBounds().width);
        assertEquals(Color.YELLOW, ShownRegions.of(image).get(1).getStrokeColor());
        assertNotEquals(Color.YELLOW, image.getOverlay().get(0).getStrokeColor());
    }

    @Test
    void whatIsPickedInAHiddenOverlayShows() {
        Picks.of(image).add(object(30, 10, 7, 8), PlanePosition.FIRST);
        image.setHideOverlay(true);
        highlight.know(highlight.look(image, PlanePosition.FIRST), square());
        highlight.show(image, 12, 14);
        Picks.of(image).add(object(10, 10, 8, 8), PlanePosition.FIRST);
        highlight.hide();
        assertFalse(image.getHideOverlay());
        assertEquals(2, image.getOverlay().size());
    }

    @Test
    void ofAnObjectThatWasPutTogetherAllIsShown() {
        Picks.of(image).add(object(10, 10, 8, 8), PlanePosition.FIRST);
        Picks.of(image).grow(1, object(10, 30, 8, 8).mask(), PlanePosition.FIRST);
        highlight.know(highlight.look(image, PlanePosition.FIRST), square());
        highlight.show(image, 12, 14);
        assertEquals(28, ShownRegions.of(image).get(1).getBounds().height);
    }

    /** NB: of 8 x 8 pixels that the network takes for all, 3 x 8 are outlined. */
    @Test
    void ofAnOutlinedPartItsOutlineIsShownAndBesideItTheWhole() {
        Picks.of(image).add(object(10, 10, 3, 8), PlanePosition.FIRST);
        highlight.know(highlight.look(image, PlanePosition.FIRST), square());
        highlight.show(image, 11, 14);
        assertEquals(3, ShownRegions.of(image).get(1).getBounds().width);
        highlight.show(image, 15, 14);
        assertEquals(8, ShownRegions.of(image).get(1).getBounds().width);
    }

    private static SegmentedObject object(int x, int y, int width, int height) {
        Mask mask = Mask.ofRegion(new Region(x, y, width, height));
        return new SegmentedObject(mask, mask.bounds().toBox(), 0.75f);
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
