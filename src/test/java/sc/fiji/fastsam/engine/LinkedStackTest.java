package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.measure.ObjectCsv;
import sc.fiji.fastsam.imagej.prompt.RoiPrompts;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.LinkKind;
import sc.fiji.fastsam.settings.Settings;
import sc.fiji.fastsam.testing.Drawn;

/** Squares A at the left and B at the right; the second plane lists B first, the third has C. */
class LinkedStackTest {

    private static final SegmentedObject A = Drawn.object(0.9, Drawn.mask(1, 1, "##", "##"));
    private static final SegmentedObject B = Drawn.object(0.8, Drawn.mask(8, 2, "##", "##"));
    private static final SegmentedObject C = Drawn.object(0.7, Drawn.mask(4, 4, "##", "##"));

    private static final List<Segmentation> PLANES =
            List.of(
                    Drawn.segmentation(12, 7, A, B),
                    Drawn.segmentation(12, 7, B, A),
                    Drawn.segmentation(12, 7, C, B),
                    Drawn.segmentation(12, 7, A));

    private static ImageObjects segment(ImagePlus image, ImageTask task) {
        List<Segmentation> next = new ArrayList<>(PLANES);
        PlaneSegmenter network = (plane, settings, progress) -> next.remove(0);
        return new ImageSegmenter(network).segment(image, task, Progress.NONE);
    }

    private static ImageTask task(LinkKind kind, int gap) {
        return ImageTask.DEFAULT.withPlanes(PlaneRange.ALL).withLink(new StackLinks(kind, gap));
    }

    private static ImagePlus stack(int slices, int frames) {
        ImagePlus image = IJ.createImage("made.tif", "8-bit ramp", 12, 7, slices * frames);
        image.setDimensions(1, slices, frames);
        return image;
    }

    private static List<List<Integer>> ids(ImageObjects objects) {
        return objects.planes().stream().map(plane -> plane.labeling().ids()).toList();
    }

    @Test
    void anImageThatIsResizedAfterwardsChangesNoLabels() throws IOException {
        for (ImageTask task : List.of(ImageTask.DEFAULT, task(LinkKind.SLICES, 1))) {
            ImagePlus image = stack(4, 1);
            ImageObjects found = segment(image, task);
            double covered = found.toSummary().getValue("%Area", 0);
            image.setStack(image.getStack().crop(0, 0, 0, 5, 4, 4));
            assertEquals(12, found.toLabelImage().getWidth());
            assertEquals(2, found.toLabelImage().getStack().getProcessor(1).get(9, 3));
            assertEquals(covered, found.toSummary().getValue("%Area", 0));
            String message =
                    assertThrows(
                                    IllegalStateException.class,
                                    () -> new ObjectFiles(found).smallPair(FileOutputs.ALL, 64))
                            .getMessage();
            assertTrue(message.contains("\"made.tif\" was resized"), message);
        }
    }

    /** NB: flush is what closing a window does; an image has one slice then. */
    @Test
    void anImageThatLosesPlanesAfterwardsLosesNoLabels() {
        for (Consumer<ImagePlus> change :
                List.<Consumer<ImagePlus>>of(
                        ImagePlus::flush,
                        image ->
                                image.setStack(
                                        image.getStack()
                                                .crop(
                                                        0,
                                                        0,
                                                        0,
                                                        image.getWidth(),
                                                        image.getHeight(),
                                                        1)))) {
            ImagePlus image = stack(2, 2);
            ImageObjects found = segment(image, task(LinkKind.SLICES, 1));
            int[] before = found.toLabelImage().getDimensions();
            long[] sides = found.toLabels().dimensionsAsLongArray();
            change.accept(image);
            assertArrayEquals(before, found.toLabelImage().getDimensions());
            assertArrayEquals(sides, found.toLabels().dimensionsAsLongArray());
        }
    }

    @Test
    void whatIsWrittenIntoLabelsChangesNoOthers() {
        for (ImageTask task : List.of(ImageTask.DEFAULT, task(LinkKind.SLICES, 1))) {
            ImageObjects found = segment(stack(4, 1), task);
            ImagePlus labels = found.toLabelImage();
            assertEquals(1, labels.getStack().getProcessor(1).get(1, 1));
            labels.getStack().getProcessor(1).set(1, 1, 9);
            found.toLabels().forEach(label -> label.setInteger(8));
            assertEquals(1, found.toLabelImage().getStack().getProcessor(1).get(1, 1));
            long[] first = new long[found.toLabels().numDimensions()];
            Arrays.fill(first, 0, 2, 1);
            assertEquals(1, found.toLabels().getAt(first).getInteger());
        }
    }

    @Test
    void labelsRegionsAndRowsHaveTheIdThroughTheWholeStack() {
        ImageObjects found = segment(stack(4, 1), task(LinkKind.SLICES, 1));
        assertEquals(List.of(List.of(1, 2), List.of(2, 1), List.of(3, 2), List.of(1)), ids(found));
        ImagePlus labels = found.toLabelImage();
        assertEquals(2, labels.getStack().getProcessor(1).get(8, 2));
        assertEquals(2, labels.getStack().getProcessor(2).get(8, 2));
        assertEquals(1, labels.getStack().getProcessor(2).get(1, 1));
        assertEquals(3, labels.getStack().getProcessor(3).get(4, 4));
        assertEquals(0, labels.getStack().getProcessor(3).get(1, 1));
        assertEquals(1, labels.getStack().getProcessor(4).get(1, 1));
        assertEquals("obj0002-0002-0.80", found.toRois().get(2).getName());
        ResultsTable table = found.toTable();
        assertEquals("made.tif:obj0002-0002-0.80", table.getLabel(2));
        assertArrayEquals(new double[] {1, 2, 2, 1, 3, 2, 1}, table.getColumn("Object"));
        assertArrayEquals(new double[7], table.getColumn("Mother"));
    }

    @Test
    void theOutlinesOfAnObjectHaveOneColor() {
        Overlay overlay = new Overlay();
        ImageObjects found = segment(stack(4, 1), task(LinkKind.SLICES, 1));
        found.addTo(overlay);
        assertEquals(found.colors().of(2), overlay.get(1).getStrokeColor());
        assertEquals(found.colors().of(2), overlay.get(2).getStrokeColor());
        assertNotEquals(found.colors().of(1), found.colors().of(2));
    }

    /** NB: of the picker's numbers: see PickNumbers. */
    @Test
    void theOutlinesOfAnObjectSayWhichItIs() {
        Overlay overlay = new Overlay();
        segment(stack(4, 1), task(LinkKind.SLICES, 1)).addTo(overlay);
        assertEquals(7, overlay.size());
        assertEquals(2, OwnRois.link(overlay.get(1)).orElseThrow().label());
        assertEquals(OwnRois.link(overlay.get(1)), OwnRois.link(overlay.get(2)));
        Overlay other = new Overlay();
        segment(stack(4, 1), task(LinkKind.SLICES, 0)).addTo(other);
        assertNotEquals(OwnRois.link(overlay.get(1)), OwnRois.link(other.get(1)));
        Overlay none = new Overlay();
        segment(stack(4, 1), task(LinkKind.NONE, 1)).addTo(none);
        assertTrue(OwnRois.link(none.get(1)).isEmpty());
    }

    @Test
    void outlinesAndRegionsOfAnObjectHaveOneName() {
        ImagePlus image = stack(4, 1);
        Roi point = new PointRoi(8.5, 2.5);
        point.setName("b");
        ImageTask task = task(LinkKind.NONE, 0).withPrompts(RoiPrompts.of(List.of(point), image));
        ImageObjects found = segment(image, task);
        Overlay overlay = new Overlay();
        found.addTo(overlay);
        assertEquals("b", overlay.get(0).getName());
        assertEquals("0.80", OwnRois.score(overlay.get(0)).orElseThrow());
        assertEquals(
                found.toRois().stream().map(Roi::getName).toList(),
                Arrays.stream(overlay.toArray()).map(Roi::getName).toList());
    }

    @Test
    void withoutAGapAllowedItIsANewObject() {
        assertEquals(
                List.of(List.of(1, 2), List.of(2, 1), List.of(3, 2), List.of(4)),
                ids(segment(stack(4, 1), task(LinkKind.SLICES, 0))));
    }

    @Test
    void ofAHyperstackEachSlicesFramesAreLinkedOnTheirOwn() {
        // Slices 1, 2 of frame 1, then of frame 2.
        assertEquals(
                List.of(List.of(1, 2), List.of(3, 4), List.of(5, 2), List.of(4)),
                ids(segment(stack(2, 2), task(LinkKind.FRAMES, 0))));
    }

    @Test
    void ofAHyperstackEachFramesSlicesAreLinkedOnTheirOwn() {
        assertEquals(
                List.of(List.of(1, 2), List.of(2, 1), List.of(3, 4), List.of(5)),
                ids(segment(stack(2, 2), task(LinkKind.SLICES, 0))));
    }

    @Test
    void onlyTheObjectsThatPromptsMeanAreLinked() {
        ImagePlus image = stack(4, 1);
        Roi point = new PointRoi(8.5, 2.5);
        point.setName("b");
        ImageTask task = task(LinkKind.SLICES, 0).withPrompts(RoiPrompts.of(List.of(point), image));
        assertEquals(
                List.of(List.of(1), List.of(1), List.of(1), List.of()), ids(segment(image, task)));
    }

    @Test
    void withoutLinksNothingIsSaidOfParents() throws IOException {
        ImageObjects found = segment(stack(4, 1), task(LinkKind.NONE, 1));
        assertEquals(List.of(List.of(1, 2), List.of(1, 2), List.of(1, 2), List.of(1)), ids(found));
        assertFalse(found.toTable().columnExists("Parent"));
        StringBuilder csv = new StringBuilder();
        ObjectCsv.write(found.rows(), "pixel", csv);
        assertEquals(String.join(",", ObjectCsv.columns()), csv.toString().lines().toList().get(0));
    }

    @Test
    void theCsvOfALinkedStackHasAColumnParent() throws IOException {
        StringBuilder csv = new StringBuilder();
        ObjectCsv.write(segment(stack(4, 1), task(LinkKind.SLICES, 1)).rows(), "pixel", csv);
        List<String> lines = csv.toString().lines().toList();
        assertEquals(String.join(",", ObjectCsv.columns()) + ",mother", lines.get(0));
        assertEquals("0", lines.get(1).substring(lines.get(1).lastIndexOf(',') + 1));
    }

    @Test
    void whatCannotBeLinkedIsAnErrorThatNamesTheWayOut() {
        assertEquals(
                "link is frames, but \"made.tif\" has only one. It has 4 slices: link ="
                        + " slices links those.",
                refused(stack(4, 1), task(LinkKind.FRAMES, 1)));
        assertEquals(
                "link is slices, but only one of the 4 slices is taken; slices = all takes"
                        + " all.",
                refused(stack(4, 1), task(LinkKind.SLICES, 1).withPlanes(PlaneRange.SHOWN)));
        assertEquals(
                "link is slices, but \"made.tif\" has only one. link = none takes it as"
                        + " it is.",
                refused(stack(1, 1), task(LinkKind.SLICES, 1)));
    }

    private static String refused(ImagePlus image, ImageTask task) {
        return assertThrows(IllegalArgumentException.class, () -> segment(image, task))
                .getMessage();
    }

    @Test
    void settingsChooseTheLinks() {
        assertEquals(
                new StackLinks(LinkKind.FRAMES, 3),
                ImageTask.of(Settings.parse("link=frames max_gap=3")).link());
        assertEquals(StackLinks.NONE, ImageTask.of(Settings.DEFAULT).link());
    }
}
