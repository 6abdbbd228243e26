package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.PlanePosition;

class RoiPlaceTest {

    @Test
    void anImageOfOnePlaneHasNoPlaces() {
        ImagePlus imp = IJ.createImage("one", "8-bit", 5, 4, 1);
        assertEquals(RoiPlace.EVERYWHERE, RoiPlace.of(imp, PlanePosition.FIRST));
    }

    @Test
    void aPlainStackHasAnIndex() {
        ImagePlus imp = IJ.createImage("stack", "8-bit", 5, 4, 7);
        RoiPlace place = RoiPlace.of(imp, new PlanePosition(1, 6, 1));
        assertEquals(6, place.index());
        assertEquals(false, place.hyperstack());
    }

    @Test
    void ofNumbersZeroIsAll() {
        ImagePlus stack = IJ.createImage("stack", "8-bit", 5, 4, 7);
        assertEquals(6, RoiPlace.of(stack, 0, 6, 0).index());
        assertEquals(6, RoiPlace.of(stack, 1, 6, 1).index());
        assertEquals(0, RoiPlace.of(stack, 0, 0, 0).index());
        ImagePlus one = IJ.createImage("one", "8-bit", 5, 4, 1);
        assertEquals(RoiPlace.EVERYWHERE, RoiPlace.of(one, 1, 1, 1));
        ImagePlus channels = IJ.createImage("channels", "8-bit", 5, 4, 3);
        channels.setDimensions(3, 1, 1);
        assertEquals(true, RoiPlace.of(channels, 0, 1, 1).hyperstack());
        ImagePlus hyper = IJ.createHyperStack("hyper", 5, 4, 2, 3, 4, 8);
        assertEquals(new RoiPlace(1 + 1 * 2 + 3 * 6, 0, 2, 4, true), RoiPlace.of(hyper, 0, 2, 4));
        assertEquals(0, RoiPlace.of(channels, 0, 1, 1).channel());
    }

    @Test
    void aHyperstackHasChannelSliceAndFrame() {
        ImagePlus imp = IJ.createHyperStack("hyper", 5, 4, 2, 3, 4, 8);
        ((CompositeImage) imp).setMode(IJ.GRAYSCALE);
        assertEquals(
                new RoiPlace(2 + 1 * 2 + 3 * 6, 2, 2, 4, true),
                RoiPlace.of(imp, new PlanePosition(2, 2, 4)));
    }

    @Test
    void aRegionIsOfAPlaneWhereItsSliceAndFrameAreThatOnesOrAll() {
        RoiPlace place = new RoiPlace(22, 2, 2, 4, true);
        int[][] of = {{1, 2, 4}, {2, 2, 4}, {0, 2, 0}, {0, 0, 4}, {1, 0, 0}};
        for (int[] position : of) {
            assertTrue(place.isOf(at(position)), Arrays.toString(position));
        }
        int[][] others = {{2, 3, 4}, {2, 2, 3}, {0, 3, 0}, {0, 0, 3}, {0, 3, 4}, {0, 2, 3}};
        for (int[] position : others) {
            assertFalse(place.isOf(at(position)), Arrays.toString(position));
        }
        Roi roi = new Roi(1, 1, 3, 2);
        assertTrue(place.isOf(roi));
        roi.setPosition(22);
        assertTrue(place.isOf(roi));
        roi.setPosition(21);
        assertFalse(place.isOf(roi));
    }

    private static Roi at(int... position) {
        Roi roi = new Roi(1, 1, 3, 2);
        roi.setPosition(position[0], position[1], position[2]);
        return roi;
    }

    @Test
    void aCompositeShowsTheRegionInAllChannels() {
        ImagePlus imp = IJ.createHyperStack("composite", 5, 4, 3, 1, 1, 8);
        CompositeImage composite = new CompositeImage(imp, IJ.COMPOSITE);
        assertEquals(0, RoiPlace.of(composite, new PlanePosition(3, 1, 1)).channel());
        composite.setMode(IJ.GRAYSCALE);
        assertEquals(3, RoiPlace.of(composite, new PlanePosition(3, 1, 1)).channel());
    }
}
