package sc.fiji.fastsam.imagej.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.measure.Calibration;
import java.awt.Point;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Role;

class RoiPromptsTest {

    private final ImagePlus plain = IJ.createImage("plain", "8-bit", 100, 60, 1);

    private List<Prompt> read(Roi... rois) {
        return RoiPrompts.of(List.of(rois), plain).prompts().stream()
                .map(PromptList.Entry::prompt)
                .toList();
    }

    private static PointPrompt point(String name, double x, double y, Role role) {
        return new PointPrompt(name, x, y, role);
    }

    @Test
    void aMultiPointIsAPointEachNamedByPlaceOrByItsName() {
        PointRoi multi = new PointRoi(new int[] {12, 80}, new int[] {7, 59}, 2);
        assertEquals(
                List.of(
                        point("point1", 12, 7, Role.FOREGROUND),
                        point("point2", 80, 59, Role.FOREGROUND)),
                read(multi));
        multi.setName("my cells");
        assertEquals(
                List.of("my_cells-1", "my_cells-2"),
                read(multi).stream().map(Prompt::name).toList());
    }

    @Test
    void counterOneMeansBackgroundAlsoAfterSavingTheRoi() throws IOException {
        PointRoi multi = new PointRoi();
        multi.addPoint(plain, 10, 20);
        multi.setCounter(1);
        multi.addPoint(plain, 30, 40);
        multi.setCounter(0);
        multi.addPoint(plain, 50, 55);
        List<Role> expected = List.of(Role.FOREGROUND, Role.BACKGROUND, Role.FOREGROUND);
        assertEquals(expected, roles(multi));
        Roi saved = new RoiDecoder(RoiEncoder.saveAsByteArray(multi), "saved").getRoi();
        assertEquals(expected, roles(saved));
    }

    private List<Role> roles(Roi roi) {
        return read(roi).stream().map(p -> ((PointPrompt) p).role()).toList();
    }

    @Test
    void pointsOfGroupTwoMeanBackground() {
        PointRoi roi = new PointRoi(33, 22);
        roi.setGroup(2);
        assertEquals(List.of(point("background1", 33, 22, Role.BACKGROUND)), read(roi));
        roi.setGroup(3);
        assertEquals(List.of(point("point1", 33, 22, Role.FOREGROUND)), read(roi));
    }

    /** NB: at a zoom of 800 % clicks on pixel 251 are from 250.5 to below 251.5. */
    @Test
    void aPointIsThePixelThatWasClickedAsInImageJ() {
        for (double at : new double[] {250.5, 250.75, 251, 251.25, 251.49}) {
            PointRoi roi = new PointRoi(at, at - 100);
            assertEquals(new Point(251, 151), roi.getContainedPoints()[0]);
            assertEquals(List.of(point("point1", 251, 151, Role.FOREGROUND)), read(roi));
        }
        assertEquals(
                List.of(point("point1", 0, 4, Role.FOREGROUND)), read(new PointRoi(-0.3, 3.5)));
    }

    @Test
    void rectanglesAreBoxesToTheSubPixel() {
        Roi named = new Roi(10, 20, 30, 15);
        named.setName("left");
        assertEquals(
                List.of(
                        new BoxPrompt("left", new Box(10, 20, 40, 35)),
                        new BoxPrompt("box2", new Box(1.5f, 2.5f, 11.75f, 8.5f))),
                read(named, new Roi(1.5, 2.5, 10.25, 6.0)));
    }

    @Test
    void otherAreasGiveTheirBoundsWithANote() {
        OvalRoi oval = new OvalRoi(5, 6, 20, 10);
        Roi polygon =
                new PolygonRoi(new int[] {30, 45, 33}, new int[] {10, 12, 30}, 3, Roi.POLYGON);
        polygon.setName("thing");
        Roi composite = new ShapeRoi(new Roi(60, 5, 4, 4)).or(new ShapeRoi(new Roi(80, 25, 5, 6)));
        PromptList list = RoiPrompts.of(List.of(oval, polygon, composite), plain);
        assertEquals(
                List.of(
                        new BoxPrompt("box1", new Box(5, 6, 25, 16)),
                        new BoxPrompt("thing", new Box(30, 10, 45, 30)),
                        new BoxPrompt("box3", new Box(60, 5, 85, 31))),
                list.prompts().stream().map(PromptList.Entry::prompt).toList());
        assertEquals(3, list.notes().size());
        assertEquals(
                "ROI 'thing' is no rectangle: its bounds were taken as the box",
                list.notes().get(1));
    }

    @Test
    void manyOtherAreasAreCountedInOneNote() {
        Roi[] ovals = new Roi[4];
        for (int i = 0; i < ovals.length; i++) {
            ovals[i] = new OvalRoi(10 * i, 6, 8, 10);
        }
        assertEquals(
                List.of("4 ROIs are no rectangles: their bounds were taken as boxes"),
                RoiPrompts.of(List.of(ovals), plain).notes());
    }

    @Test
    void linesAndAnglesAreErrorsThatNameThem() {
        Roi line = new Line(1, 2, 30, 40);
        line.setName("axis");
        Exception e = assertThrows(IllegalArgumentException.class, () -> read(line));
        assertEquals(
                "ROI 'axis' is a straight line, which is no prompt. Use points, rectangles or"
                        + " other areas.",
                e.getMessage());
        Roi angle = new PolygonRoi(new float[] {1, 5, 9}, new float[] {1, 8, 2}, 3, Roi.ANGLE);
        Exception f = assertThrows(IllegalArgumentException.class, () -> read(angle));
        assertTrue(f.getMessage().startsWith("The ROI at 1, 1 is a angle"), f.getMessage());
    }

    @Test
    void anAreaInTheBackgroundGroupIsAnError() {
        Roi area = new Roi(1, 2, 3, 4);
        area.setGroup(2);
        Exception e = assertThrows(IllegalArgumentException.class, () -> read(area));
        assertTrue(e.getMessage().contains("background must be points"));
    }

    @Test
    void textAndScaleBarsAreLeftOutWithANote() {
        Roi bar = new Line(1, 2, 30, 2);
        bar.setName("|SB|");
        PromptList list =
                RoiPrompts.of(List.of(new TextRoi(3, 4, "10 um"), bar, new Roi(1, 2, 3, 4)), plain);
        assertEquals(1, list.prompts().size());
        assertEquals(2, list.notes().size());
    }

    @Test
    void repeatedNamesGetANumber() {
        Roi a = new Roi(1, 2, 3, 4);
        Roi b = new Roi(5, 6, 7, 8);
        a.setName("cell");
        b.setName("cell");
        assertEquals(List.of("cell", "cell_2"), read(a, b).stream().map(Prompt::name).toList());
    }

    @Test
    void stackPositionsBecomeSlicesOrFrames() {
        Roi roi = new Roi(1, 2, 3, 4);
        roi.setPosition(4);
        ImagePlus slices = IJ.createImage("z", "8-bit", 30, 20, 5);
        assertEquals(new PromptPlace(1, 4, 1), onlyPlace(roi, slices));
        ImagePlus hyper = IJ.createHyperStack("h", 30, 20, 2, 3, 4, 8);
        assertEquals(new PromptPlace(2, 2, 1), onlyPlace(roi, hyper));
    }

    @Test
    void hyperstackPositionsKeepWhatIsAny() {
        ImagePlus hyper = IJ.createHyperStack("h", 30, 20, 2, 3, 4, 8);
        Roi roi = new Roi(1, 2, 3, 4);
        roi.setPosition(0, 3, 2);
        assertEquals(new PromptPlace(0, 3, 2), onlyPlace(roi, hyper));
        assertEquals(PromptPlace.ANY, onlyPlace(new Roi(1, 2, 3, 4), hyper));
    }

    private static PromptPlace onlyPlace(Roi roi, ImagePlus imp) {
        return RoiPrompts.of(List.of(roi), imp).prompts().get(0).place();
    }

    @Test
    void pointsOfOneRoiCanLieOnSeveralSlices() {
        ImagePlus slices = IJ.createImage("z", "8-bit", 30, 20, 5);
        PointRoi multi = new PointRoi();
        slices.setSlice(2);
        multi.addPoint(slices, 3, 4);
        slices.setSlice(5);
        multi.addPoint(slices, 6, 7);
        PromptList list = RoiPrompts.of(List.of(multi), slices);
        assertEquals(
                List.of(point("point1", 3, 4, Role.FOREGROUND)),
                list.on(1, 2, 1).toPrompts().prompts());
        assertEquals(
                List.of(point("point2", 6, 7, Role.FOREGROUND)),
                list.on(1, 5, 1).toPrompts().prompts());
        assertEquals(List.of(), list.on(1, 3, 1).toPrompts().prompts());
    }

    @Test
    void aPlaneThatTheImageDoesNotHaveIsAnErrorThatNamesTheRoi() {
        Roi roi = new Roi(1, 2, 3, 4);
        roi.setName("old");
        roi.setPosition(7);
        ImagePlus slices = IJ.createImage("z", "8-bit", 30, 20, 5);
        Exception e =
                assertThrows(
                        IllegalArgumentException.class, () -> RoiPrompts.of(List.of(roi), slices));
        assertTrue(
                e.getMessage().startsWith("ROI 'old' is for slice 7, but the image has 5 slices."),
                e.getMessage());
    }

    @Test
    void calibrationChangesNoCoordinates() {
        Calibration calibration = new Calibration();
        calibration.pixelWidth = 0.25;
        calibration.xOrigin = 40;
        plain.setCalibration(calibration);
        Roi roi = new Roi(10, 20, 30, 15);
        plain.setRoi(roi);
        assertEquals(List.of(new BoxPrompt("box1", new Box(10, 20, 40, 35))), read(plain.getRoi()));
    }

    @Test
    void theSourceRoiIsKeptUnchanged() {
        Roi roi = new Roi(10, 20, 30, 15);
        PromptList.Entry placed = RoiPrompts.of(List.of(roi), plain).prompts().get(0);
        assertSame(roi, placed.source().get());
        assertEquals(null, roi.getName());
    }
}
