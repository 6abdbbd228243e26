package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.command.ReplacedRois;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.measure.UnansweredPrompt;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.RoiPrompts;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.testing.Drawn;

/** Two drawn objects on every plane: "##" at (2, 1) and a column of three at (8, 2). */
class PromptedObjectsTest {

    private static final Segmentation TWO =
            Drawn.segmentation(
                    12,
                    7,
                    Drawn.object(0.9, Drawn.mask(2, 1, "##", "##")),
                    Drawn.object(0.8, Drawn.mask(8, 2, "#", "#", "#")));

    private static ImageObjects select(
            Segmentation objects, int slices, OverlapRule overlap, Roi... rois) {
        ImagePlus image = IJ.createImage("drawn", "8-bit ramp", 12, 7, slices);
        PromptList prompts = RoiPrompts.of(List.of(rois), image);
        PlaneRange planes = slices > 1 ? PlaneRange.ALL : PlaneRange.SHOWN;
        ImageTask task =
                ImageTask.DEFAULT.withOverlap(overlap).withPlanes(planes).withPrompts(prompts);
        return new ImageSegmenter((plane, settings, progress) -> objects)
                .segment(image, task, Progress.NONE);
    }

    private static ImageObjects select(int slices, Roi... rois) {
        return select(TWO, slices, OverlapRule.SMALLEST_ON_TOP, rois);
    }

    private static Roi box(String name, int x, int y, int width, int height, int slice) {
        Roi roi = new Roi(x, y, width, height);
        roi.setName(name);
        roi.setPosition(slice);
        return roi;
    }

    private static Roi point(String name, int x, int y) {
        Roi roi = new PointRoi(x, y);
        roi.setName(name);
        return roi;
    }

    private static List<String> texts(ReplacedRois replaced) {
        List<String> texts = new ArrayList<>();
        replaced.inPlace()
                .forEach((i, roi) -> texts.add(i + " " + roi.getName() + " " + place(roi)));
        replaced.left().forEach(roi -> texts.add("left " + roi.getName() + " " + place(roi)));
        return texts;
    }

    private static String place(Roi roi) {
        var r = roi.getBounds();
        return r.x + "," + r.y + "," + r.width + "," + r.height + " @" + roi.getPosition();
    }

    @Test
    void promptsOnPlanesOfAnRgbStackAreForAllItsColors() {
        ImagePlus image = IJ.createImage("drawn", "RGB black", 12, 7, 3);
        PromptList prompts = RoiPrompts.of(List.of(box("mine", 7, 1, 3, 5, 2)), image);
        for (int color : new int[] {-1, 0, 1, 2, 3}) {
            PlaneRange planes = PlaneRange.ALL.withChannel(new ChannelSource(color));
            ImageObjects found =
                    new ImageSegmenter((plane, settings, progress) -> TWO)
                            .segment(
                                    image,
                                    ImageTask.DEFAULT.withPlanes(planes).withPrompts(prompts),
                                    Progress.NONE);
            assertEquals(1, found.planes().size());
            assertEquals(new PlanePosition(1, 2, 1), found.planes().get(0).position());
        }
    }

    @Test
    void aRegionTakesThePlaceAndTheNameOfItsRoughRoi() {
        Roi mine = box("mine", 0, 5, 3, 2, 0);
        Roi rough = box("my cell", 7, 1, 3, 5, 0);
        ImageObjects found = select(1, rough);
        assertEquals(
                List.of("1 my cell 8,2,1,3 @0"),
                texts(ReplacedRois.of(found, List.of(mine, rough))));
    }

    @Test
    void aPlusInANameDoesNotHideItsPlace() {
        Roi rough = box("CD4+", 7, 1, 3, 5, 0);
        assertEquals(
                List.of("0 CD4+ 8,2,1,3 @0"),
                texts(ReplacedRois.of(select(1, rough), List.of(rough))));
    }

    @Test
    void equalRectanglesOnTwoSlicesAreReplacedEachOnItsOwn() {
        Roi first = box("a", 7, 1, 3, 5, 1);
        Roi third = box("b", 7, 1, 3, 5, 3);
        ImageObjects found = select(3, first, third);
        assertEquals(
                List.of("0 a 8,2,1,3 @1", "1 b 8,2,1,3 @3"),
                texts(ReplacedRois.of(found, List.of(first, third))));
    }

    @Test
    void oneNameOnTwoSlicesIsKeptAndReplacedOnEach() {
        Roi first = box("cell", 7, 1, 3, 5, 1);
        Roi third = box("cell", 7, 1, 3, 5, 3);
        ImageObjects found = select(3, first, third);
        assertEquals(
                List.of("cell", "cell"),
                found.rows().stream().map(row -> String.join("+", row.prompts())).toList());
        assertEquals(
                List.of("0 cell 8,2,1,3 @1", "1 cell 8,2,1,3 @3"),
                texts(ReplacedRois.of(found, List.of(first, third))));
    }

    @Test
    void aRoiWithoutPositionKeepsThePlaceOfItsFirstPlaneAndTheOthersAreLeft() {
        Roi everywhere = box("a", 7, 1, 3, 5, 0);
        ImageObjects found = select(2, everywhere);
        assertEquals(
                List.of("0 a 8,2,1,3 @1", "left a 8,2,1,3 @2"),
                texts(ReplacedRois.of(found, List.of(everywhere))));
    }

    @Test
    void oneObjectOfTwoRoisTakesThePlaceOfTheFirstOfASinglePrompt() {
        PointRoi multi = new PointRoi(new int[] {2, 3}, new int[] {1, 2}, 2);
        multi.setName("multi");
        Roi rough = box("rough", 1, 0, 4, 4, 0);
        Roi second = box("second", 1, 0, 4, 3, 0);
        ImageObjects found = select(1, multi, rough, second);
        assertEquals(
                List.of("1 rough 2,1,2,2 @0"),
                texts(ReplacedRois.of(found, List.of(multi, rough, second))));
    }

    @Test
    void roisOutsideOfTheManagerAreLeftToBeAppended() {
        ImageObjects found = select(1, box("a", 7, 1, 3, 5, 0));
        Roi twin = box("other", 7, 1, 3, 5, 0);
        assertEquals(List.of("left a 8,2,1,3 @0"), texts(ReplacedRois.of(found, List.of(twin))));
    }

    @Test
    void promptsWithoutMatchAreNamedWithTheirPlaneWhereThereAreSeveral() {
        ImageObjects one = select(1, point("here", 8, 3), point("there", 0, 6));
        assertEquals("1 object for 2 points in drawn; no match for there", one.toString());
        ImageObjects three = select(3, point("there", 0, 6));
        assertEquals(
                List.of("there (slice 1)", "there (slice 2)", "there (slice 3)"),
                three.unmatched());
        assertEquals(
                List.of("no match for there (slice 1), there (slice 2), there (slice 3)"),
                three.notes());
        List<String> open = three.unmatched();
        three.source().flush();
        assertEquals(open, three.unmatched(), "a closed image has one slice");
        assertEquals(
                new UnansweredPrompt(
                        "there", new PlanePosition(1, 2, 1), UnansweredPrompt.NO_MATCH),
                three.unanswered().get(1));
    }

    /** NB: both objects lie in it, the larger one fills a ninth of it. */
    @Test
    void aBoxRoundSeveralObjectsIsNoted() {
        String several =
                "a box means one object, but several lie in round: Segment Everything takes all in"
                        + " a selection";
        List<String> notes = select(1, box("round", 0, 0, 12, 7, 0)).notes();
        assertTrue(notes.contains(several), notes.toString());
        assertEquals(List.of(), select(1, box("a", 1, 0, 4, 4, 0)).notes());
        assertEquals(List.of(), select(1, box("b", 7, 1, 3, 5, 0)).notes());
    }

    @Test
    void aPromptForAPlaneThatIsNotTakenIsReported() {
        ImagePlus image = IJ.createImage("drawn", "8-bit ramp", 12, 7, 3);
        Roi here = box("here", 7, 1, 3, 5, 1);
        Roi later = box("later", 7, 1, 3, 5, 3);
        PromptList prompts = RoiPrompts.of(List.of(here, later), image);
        ImageTask task = ImageTask.DEFAULT.withPrompts(prompts);
        ImageObjects found =
                new ImageSegmenter((plane, settings, progress) -> TWO)
                        .segment(image, task, Progress.NONE);
        assertEquals(
                "1 object for 1 box in drawn; 1 prompt for planes that were not taken",
                found.toString());
        assertEquals(
                List.of(
                        new UnansweredPrompt(
                                "later", new PlanePosition(1, 3, 1), UnansweredPrompt.OTHER_PLANE)),
                found.unanswered());
        assertEquals(
                List.of(
                        "left out, as they are for planes that were not taken: later (channel 1,"
                                + " slice 3, frame 1)"),
                found.notes());
    }

    @Test
    void aPromptWhoseObjectOthersCoverIsNotLost() {
        Segmentation nested =
                Drawn.segmentation(
                        12,
                        7,
                        Drawn.object(0.9, Drawn.mask(1, 1, "####", "####", "####")),
                        Drawn.object(0.8, Drawn.mask(2, 2, "##")));
        ImageObjects found =
                select(
                        nested,
                        1,
                        OverlapRule.LARGEST_ON_TOP,
                        box("outer", 1, 1, 4, 3, 0),
                        box("inner", 2, 2, 2, 1, 0));
        assertEquals(1, found.count());
        assertEquals(
                List.of(
                        new UnansweredPrompt(
                                "inner", PlanePosition.FIRST, UnansweredPrompt.COVERED)),
                found.unanswered());
        assertEquals(List.of(), found.unmatched());
    }

    @Test
    void regionsAndRowsAreNamedAfterTheirPrompts() {
        ImageObjects found = select(1, point("a", 2, 1), point("b", 3, 2), box("c", 7, 1, 3, 5, 0));
        assertEquals(List.of("a+b", "c"), found.toRois().stream().map(Roi::getName).toList());
        assertEquals(
                List.of("a b", "c"),
                Arrays.asList(
                        found.toTable().getStringValue("Prompts", 0),
                        found.toTable().getStringValue("Prompts", 1)));
    }
}
