package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.SegmentationSettings;
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
        SelectedArea area = SelectedArea.of(image, true);
        assertEquals(Mask.ofRegion(new Region(15, 0, 5, 4)), area.inside().orElseThrow());
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
    void aTextEnclosesNoAreaAndIsNoted() {
        image.setRoi(new TextRoi(3, 4, "here"));
        SelectedArea area = SelectedArea.of(image, true);
        assertTrue(area.isWholePlane());
        assertTrue(area.note().contains("(text) encloses no area"), area.note());
    }

    @Test
    void aSelectionOutsideOfTheImageIsAnErrorThatNamesTheImage() {
        image.setRoi(new Roi(30, 30, 4, 4));
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> SelectedArea.of(image, true));
        assertTrue(e.getMessage().contains("\"image\" lies outside"), e.getMessage());
    }

    @Test
    void theNetworkReadsAMarginRoundTheSelectionInsideThePlane() {
        image.setRoi(new Roi(12, 3, 6, 5));
        assertEquals(new Region(9, 0, 11, 10), SelectedArea.of(image, true).reading(3));
    }

    @Test
    void theMarginGrowsWithTheSelection() {
        ImagePlus large = IJ.createImage("large", "8-bit", 1000, 900, 1);
        large.setRoi(new Roi(100, 100, 20, 30));
        assertEquals(32, SelectedArea.of(large, true).margin());
        large.setRoi(new Roi(100, 100, 400, 800));
        assertEquals(200, SelectedArea.of(large, true).margin());
    }

    @Test
    void objectsMoveFromWhatWasReadToThePlane() {
        image.setRoi(new Roi(12, 3, 6, 5));
        Segmentation whole = choose(new Region(12, 3, 6, 5), new Region(1, 2, 3, 1), DEFAULT);
        assertEquals(new Size(20, 10), whole.size());
        assertEquals(new Region(13, 5, 3, 1), whole.objects().get(0).mask().bounds());
    }

    @Test
    void ofARectangleAnObjectMostlyInsideStaysWhole() {
        image.setRoi(new Roi(5, 0, 10, 10));
        // Columns 1..12 of which 5..12, 8 of 12, are inside.
        Segmentation whole = choose(new Region(0, 0, 20, 10), new Region(1, 2, 12, 3), DEFAULT);
        assertEquals(new Region(1, 2, 12, 3), whole.objects().get(0).mask().bounds());
        assertEquals(36, whole.objects().get(0).mask().area());
        assertEquals(1, whole.summary().counts().objects());
    }

    @Test
    void ofARectangleAnObjectHalfInsideOrLessIsDropped() {
        image.setRoi(new Roi(5, 0, 10, 10));
        // Columns 3..6: 2 of 4 are inside.
        assertEquals(0, count(choose(all(), new Region(3, 2, 4, 3), DEFAULT)));
        assertEquals(1, count(choose(all(), new Region(4, 2, 4, 3), DEFAULT)));
    }

    @Test
    void ofAnOvalTheCornersOfItsBoundsAreOutside() {
        image.setRoi(new OvalRoi(0, 0, 10, 10));
        assertEquals(0, count(choose(all(), new Region(0, 0, 2, 2), DEFAULT)));
        assertEquals(1, count(choose(all(), new Region(4, 4, 2, 2), DEFAULT)));
    }

    @Test
    void ofATriangleObjectsMostlyOutsideAreDropped() {
        int[] x = {0, 8, 0};
        int[] y = {0, 0, 8};
        image.setRoi(new PolygonRoi(x, y, 3, Roi.POLYGON));
        assertEquals(1, count(choose(all(), new Region(0, 0, 2, 2), DEFAULT)));
        assertEquals(0, count(choose(all(), new Region(6, 6, 2, 2), DEFAULT)));
    }

    @Test
    void excludeBorderDropsWhatCrossesTheSelectionOrTouchesTheImage() {
        SegmentationSettings inner = DEFAULT.withExcludeBorder(true);
        image.setRoi(new Roi(5, 0, 10, 10));
        assertEquals(0, count(choose(all(), new Region(4, 2, 6, 3), inner)));
        assertEquals(0, count(choose(all(), new Region(6, 0, 4, 3), inner)));
        assertEquals(1, count(choose(all(), new Region(6, 2, 4, 3), inner)));
    }

    @Test
    void theNumberOfObjectsIsLimitedAfterTheChoice() {
        SegmentationSettings one = DEFAULT.withMaxObjects(1);
        image.setRoi(new Roi(5, 0, 10, 10));
        SelectedArea area = SelectedArea.of(image, true);
        assertEquals(0, area.reading(one).detection().maxObjects());
        Segmentation read =
                Drawn.segmentation(
                        20,
                        10,
                        object(0.9, new Region(0, 0, 3, 3)),
                        object(0.8, new Region(6, 1, 3, 3)),
                        object(0.7, new Region(10, 1, 3, 3)));
        Segmentation chosen = area.choose(read, all(), one);
        assertEquals(1, count(chosen));
        assertEquals(6, chosen.objects().get(0).mask().bounds().x());
        assertTrue(chosen.summary().notes().get(0).text().startsWith("1 object of lower"));
    }

    @Test
    void anObjectAtTheEdgeOfWhatWasReadIsCutUnlessThatIsTheImages() {
        image.setRoi(new Roi(5, 0, 10, 10));
        SelectedArea area = SelectedArea.of(image, true);
        Region read = new Region(3, 0, 14, 10);
        assertTrue(area.isCut(chosen(new Region(3, 2, 6, 3)), read));
        assertFalse(area.isCut(chosen(new Region(4, 0, 6, 3)), read));
    }

    private static final SegmentationSettings DEFAULT = SegmentationSettings.defaults();

    private Segmentation choose(Region from, Region object, SegmentationSettings settings) {
        return SelectedArea.of(image, true).choose(chosen(object), from, settings);
    }

    private static Region all() {
        return new Region(0, 0, 20, 10);
    }

    private static int count(Segmentation segmentation) {
        return segmentation.objects().size();
    }

    private static SegmentedObject object(double score, Region region) {
        return Drawn.object(score, Mask.ofRegion(region));
    }

    private static Segmentation chosen(Region region) {
        return Drawn.segmentation(20, 10, object(0.5, region));
    }
}
