package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

class SelectedAreaTest {

    private final ImagePlus image = IJ.createImage("image", "8-bit", 20, 10, 1);

    @Test
    void withoutASelectionItIsTheWholePlane() {
        assertTrue(SelectedArea.of(image, true).isWholePlane());
    }

    @Test
    void aRectangleIsClippedToTheImage() {
        image.setRoi(new Roi(15, -2, 9, 6));
        assertEquals(new Region(15, 0, 5, 4), SelectedArea.of(image, true).bounds());
    }

    @Test
    void aSelectionThatShallNotCountDoesNot() {
        image.setRoi(new Roi(1, 2, 3, 4));
        assertTrue(SelectedArea.of(image, false).isWholePlane());
    }

    @Test
    void aPointEnclosesNoAreaAndIsNoted() {
        image.setRoi(new PointRoi(3, 4));
        SelectedArea area = SelectedArea.of(image, true);
        assertTrue(area.isWholePlane());
        assertTrue(area.note().contains("(point) encloses no area"), area.note());
    }

    @Test
    void aSelectionOutsideOfTheImageIsAnErrorThatNamesTheImage() {
        image.setRoi(new Roi(30, 30, 4, 4));
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> SelectedArea.of(image, true));
        assertTrue(e.getMessage().contains("\"image\" lies outside"), e.getMessage());
    }

    @Test
    void objectsMoveFromTheBoundsToThePlane() {
        image.setRoi(new Roi(12, 3, 6, 5));
        Segmentation part = found(new Region(1, 2, 3, 1));
        Segmentation whole = SelectedArea.of(image, true).toPlane(part);
        assertEquals(new Size(20, 10), whole.size());
        assertEquals(new Region(13, 5, 3, 1), whole.objects().get(0).mask().bounds());
    }

    @Test
    void ofATriangleObjectsMostlyOutsideAreDropped() {
        int[] x = {0, 8, 0};
        int[] y = {0, 0, 8};
        image.setRoi(new PolygonRoi(x, y, 3, Roi.POLYGON));
        SelectedArea area = SelectedArea.of(image, true);
        assertEquals(1, area.toPlane(found(new Region(0, 0, 2, 2))).objects().size());
        assertEquals(0, area.toPlane(found(new Region(6, 6, 2, 2))).objects().size());
    }

    private static Segmentation found(Region region) {
        RunSummary summary = Drawn.summary(1);
        SegmentedObject object = new SegmentedObject(Mask.ofRegion(region), region.toBox(), 0.5f);
        return new Segmentation(new Size(8, 8), List.of(object), summary);
    }
}
