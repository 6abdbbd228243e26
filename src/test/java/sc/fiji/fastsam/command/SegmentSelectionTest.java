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
