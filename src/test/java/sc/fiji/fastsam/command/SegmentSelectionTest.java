package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import sc.fiji.fastsam.onnx.TinyModels;
import sc.fiji.fastsam.segment.PredictionCache;

/** On the image and the network of three rectangles. */
class SegmentSelectionTest {

    private Context context;
    private ImagePlus image;

    @BeforeEach
    void open() {
        context = new Context(CommandService.class);
        image = IJ.createImage("three", "8-bit black", TinyModels.WIDTH, TinyModels.HEIGHT, 1);
        paint(image);
    }

    private static void paint(ImagePlus imp) {
        float[] brightness = TinyModels.brightness();
        for (int i = 0; i < brightness.length; i++) {
            imp.getProcessor().set(i, Math.round(brightness[i] * 255));
        }
    }

    @AfterEach
    void close() {
        context.dispose();
    }

    private CommandModule run(Object... extra) throws Exception {
        Object[] inputs = new Object[extra.length + 8];
        Object[] common = {
            "input",
            image,
            "model",
            TinyModels.path("l2-dynamic").toFile(),
            "image_size",
            96,
            "contrast",
            "type"
        };
        System.arraycopy(common, 0, inputs, 0, 8);
        System.arraycopy(extra, 0, inputs, 8, extra.length);
        return context.service(CommandService.class)
                .run(SegmentSelection.class, true, inputs)
                .get();
    }

    private String failure(Object... extra) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> run(extra));
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    private static ImagePlus labels(CommandModule done) {
        return (ImagePlus) done.getOutput("label_image");
    }

    @Test
    void pointsOfTheSelectionBecomeObjectsInTheirOrder() throws Exception {
        PointRoi points = new PointRoi(new int[] {75, 20}, new int[] {46, 15}, 2);
        image.setRoi(points);
        ImagePlus labels = labels(run());
        assertEquals(1, labels.getProcessor().get(75, 46));
        assertEquals(2, labels.getProcessor().get(20, 15));
        assertEquals(0, labels.getProcessor().get(10, 50));
        assertSame(points, image.getRoi());
        assertEquals("point1", labels.getOverlay().get(0).getName());
    }

    @Test
    void rectanglesOfTheOverlayNameTheirObjects() throws Exception {
        Roi box = new Roi(58, 38, 34, 16);
        box.setName("long one");
        image.setOverlay(new Overlay(box));
        CommandModule done = run("source", "overlay", "table", true);
        assertEquals("long_one", labels(done).getOverlay().get(0).getName());
        ResultsTable table = (ResultsTable) done.getOutput("object_table");
        assertEquals("long_one", table.getStringValue("Prompts", 0));
    }

    @Test
    void typedPromptsWinOverTheSelection() throws Exception {
        image.setRoi(new Roi(1, 1, 5, 5));
        ImagePlus labels =
                labels(run("points", "20,15; 75,46", "background", "80,46", "boxes", "4,36,12,24"));
        assertEquals(1, labels.getProcessor().get(20, 15));
        assertEquals(0, labels.getProcessor().get(75, 46));
        assertEquals(2, labels.getProcessor().get(10, 50));
    }

    @Test
    void promptsAreShownOnRequest() throws Exception {
        run("points", "20,15", "background", "80,46", "show_prompts", true);
        assertEquals(2, image.getOverlay().size());
        assertEquals("background1", image.getOverlay().get(1).getName());
    }

    @Test
    void slicesHaveTheirOwnPrompts() throws Exception {
        ImagePlus stack = IJ.createImage("stack", "8-bit black", 96, 64, 3);
        for (int slice = 1; slice <= 3; slice++) {
            stack.setSlice(slice);
            paint(stack);
        }
        Overlay overlay = new Overlay();
        Roi first = new Roi(12, 8, 28, 16);
        first.setPosition(1);
        overlay.add(first);
        Roi third = new Roi(60, 40, 32, 12);
        third.setPosition(3);
        overlay.add(third);
        stack.setOverlay(overlay);
        image = stack;
        ImagePlus labels = labels(run("source", "overlay", "stack", "whole stack"));
        assertEquals(3, labels.getStackSize());
        assertEquals(1, labels.getStack().getProcessor(1).get(20, 15));
        assertEquals(0, labels.getStack().getProcessor(1).get(75, 46));
        assertEquals(0, labels.getStack().getProcessor(2).getStats().max);
        assertEquals(1, labels.getStack().getProcessor(3).get(75, 46));
    }

    @Test
    void positionsInTheLabelStackAreThoseOfPointsOfOneMultiPoint() throws Exception {
        ImagePlus stack = IJ.createImage("stack", "8-bit black", 96, 64, 2);
        PointRoi points = new PointRoi();
        for (int slice = 1; slice <= 2; slice++) {
            stack.setSlice(slice);
            paint(stack);
            points.addPoint(stack, slice == 1 ? 20 : 75, slice == 1 ? 15 : 46);
        }
        stack.setRoi(points);
        image = stack;
        ImagePlus labels = labels(run("stack", "whole stack"));
        assertEquals(1, labels.getStack().getProcessor(1).get(20, 15));
        assertEquals(0, labels.getStack().getProcessor(1).get(75, 46));
        assertEquals(1, labels.getStack().getProcessor(2).get(75, 46));
    }

    @Test
    void aPointOfCounterOneKeepsItsObjectOut() throws Exception {
        PointRoi points = new PointRoi();
        points.addPoint(image, 20, 15);
        points.addPoint(image, 75, 46);
        points.setCounter(1);
        points.addPoint(image, 80, 46);
        image.setRoi(points);
        ImagePlus labels = labels(run("second_look", false));
        assertEquals(1, labels.getProcessor().get(20, 15));
        assertEquals(0, labels.getProcessor().get(75, 46));
    }

    @Test
    void typedPointsArePixelsOfACalibratedImageWithAnOrigin() throws Exception {
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().pixelHeight = 0.25;
        image.getCalibration().xOrigin = 40;
        image.getCalibration().setUnit("um");
        ImagePlus labels = labels(run("points", "75.9,46.2", "boxes", "12,8,28,16"));
        assertEquals(1, labels.getProcessor().get(75, 46));
        assertEquals(2, labels.getProcessor().get(20, 15));
        assertEquals("µm", labels.getCalibration().getUnit());
    }

    @Test
    void ofACroppedImageTheCropsOwnPixelsCount() throws Exception {
        image.setRoi(new Roi(50, 32, 46, 32));
        image = image.crop();
        image.setRoi(new PointRoi(25, 14));
        ImagePlus labels = labels(run("image_size", 46));
        assertEquals(46, labels.getWidth());
        assertEquals(1, labels.getProcessor().get(25, 14));
    }

    @Test
    void hundredsOfPointsOnOneObjectAreOneObjectWithAShortName() throws Exception {
        PointRoi points = new PointRoi();
        for (int i = 0; i < 300; i++) {
            points.addPoint(image, 62 + i % 28, 42 + i / 28 % 8);
        }
        image.setRoi(points);
        CommandModule done = run("table", true);
        assertEquals(1, labels(done).getOverlay().size());
        assertEquals(
                "point1+point2+point3 and 297 more", labels(done).getOverlay().get(0).getName());
        ResultsTable table = (ResultsTable) done.getOutput("object_table");
        assertEquals(300, table.getStringValue("Prompts", 0).split(" ").length);
    }

    @Test
    void backgroundPointsAloneGiveEverythingElse() throws Exception {
        ImagePlus labels = labels(run("background", "20,15"));
        assertEquals(0, labels.getProcessor().get(20, 15));
        assertEquals(2, labels.getProcessor().getStats().max);
    }

    @Test
    void aLockedImageIsLeftAloneAndKeepsItsSelection() {
        PointRoi point = new PointRoi(20, 15);
        image.setRoi(point);
        image.lock();
        assertTrue(failure().startsWith("\"three\" is in use by another command."));
        assertTrue(image.isLocked());
        image.unlock();
        assertSame(point, image.getRoi());
    }

    @Test
    void everythingBeforeASelectionLeavesTheNetworkNothingToDo() throws Exception {
        PredictionCache.shared().clear();
        context.service(CommandService.class)
                .run(
                        SegmentEverything.class,
                        true,
                        "input",
                        image,
                        "model",
                        TinyModels.path("l2-dynamic").toFile(),
                        "image_size",
                        96,
                        "contrast",
                        "type")
                .get();
        assertEquals(1, PredictionCache.shared().size());
        run("points", "20,15; 75,46");
        assertEquals(1, PredictionCache.shared().size());
        image.getProcessor().set(50, 30, 90);
        run("points", "20,15; 75,46");
        assertEquals(2, PredictionCache.shared().size());
    }

    @Test
    void aPromptOnNothingGivesAnEmptyLabelImage() throws Exception {
        assertEquals(0, labels(run("points", "90,5")).getProcessor().getStats().max);
    }

    @Test
    void badPromptsAreErrorsThatSayWhatToDo() {
        assertTrue(failure().startsWith("No prompts: The image has no selection. Draw"));
        image.setRoi(new Line(1, 2, 30, 40));
        assertTrue(failure().contains("which is no prompt. Use points"));
        assertTrue(failure("source", "overlay").contains("The image has no overlay"));
        assertTrue(failure("source", "roi manager").contains("without a display"));
        assertTrue(failure("points", "1,2,3").startsWith("points must be entries of x,y"));
        assertTrue(failure("boxes", "200,10,20,20").contains("Box 'box1'"));
        assertTrue(failure("points", "1,2", "point_rule", "best").startsWith("point_rule must be"));
        assertTrue(!image.isLocked());
    }
}
