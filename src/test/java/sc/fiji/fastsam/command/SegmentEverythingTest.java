package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ImageProcessor;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import sc.fiji.fastsam.model.ModelFile;

class SegmentEverythingTest {

    private Context context;
    private ImagePlus coins;

    @BeforeEach
    void open() {
        Assumptions.assumeTrue(ModelFile.isBundledPresent());
        context = new Context(CommandService.class);
        coins = IJ.openImage("src/test/resources/images/coins.png");
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.dispose();
        }
    }

    @Test
    void coinsBecomeLabelsNamedAfterTheSource() throws Exception {
        ImagePlus labels = labels(run("input", coins));
        assertEquals("coins-labels", labels.getTitle());
        assertEquals(coins.getWidth(), labels.getWidth());
        assertEquals(coins.getHeight(), labels.getHeight());
        assertTrue(max(labels) >= 18 && max(labels) <= 30, "objects: " + max(labels));
    }

    @Test
    void theImageIsNotChanged() throws Exception {
        byte[] before = ((byte[]) coins.getProcessor().getPixels()).clone();
        coins.setRoi(new Roi(10, 20, 200, 100));
        run("input", coins);
        assertArrayEquals(before, (byte[]) coins.getProcessor().getPixels());
        assertEquals(200, coins.getRoi().getBounds().width);
        assertNull(coins.getOverlay());
        assertFalse(coins.isLocked());
    }

    @Test
    void headlessTheRoisAreTheOverlayOfTheLabelImage() throws Exception {
        ImagePlus labels = labels(run("input", coins));
        assertEquals((int) max(labels), labels.getOverlay().size());
        assertTrue(labels.getOverlay().get(0).getName().startsWith("obj0001-"));
    }

    /** NB: of a label stack, ImageJ shows a region that names channel 2 or none on all slices. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void headlessTheRoisLieOnThePlanesOfTheLabelImage(int frames) throws Exception {
        ImageStack stack = new ImageStack(coins.getWidth(), coins.getHeight());
        for (int plane = 1; plane <= 4 * frames; plane++) {
            ImageProcessor pixels = coins.getProcessor();
            stack.addSlice(
                    plane == 4
                            ? pixels
                            : pixels.createProcessor(pixels.getWidth(), pixels.getHeight()));
        }
        ImagePlus channels = new ImagePlus("c", stack);
        channels.setDimensions(2, 2, frames);
        channels.setOpenAsHyperStack(true);
        channels.setPosition(2, 1, 1);
        ImagePlus labels =
                labels(
                        run(
                                "input",
                                channels,
                                "channel",
                                2,
                                "stack",
                                "whole stack",
                                "diameter",
                                60d));
        assertTrue(labels.getOverlay().size() > 10);
        for (Roi region : labels.getOverlay()) {
            assertEquals(frames == 1 ? 2 : 0, region.getPosition());
            assertEquals(frames == 1 ? 0 : 1, region.getCPosition());
            assertEquals(2, region.getZPosition());
            assertEquals(frames == 1 ? 0 : 1, region.getTPosition());
        }
    }

    @Test
    void anOverlayIsAddedToTheOneThatIsThere() throws Exception {
        Overlay mine = new Overlay(new Roi(1, 2, 3, 4));
        coins.setOverlay(mine);
        ImagePlus labels = labels(run("input", coins, "overlay", true));
        assertEquals(1 + (int) max(labels), coins.getOverlay().size());
        assertEquals(1, mine.size());
    }

    @Test
    void aRerunReplacesItsOwnOverlay() throws Exception {
        coins.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
        run("input", coins, "overlay", true);
        int once = coins.getOverlay().size();
        run("input", coins, "overlay", true);
        assertEquals(once, coins.getOverlay().size());
        int fewer = (int) max(labels(run("input", coins, "overlay", true, "confidence", 0.9)));
        assertEquals(1 + fewer, coins.getOverlay().size());
    }

    @Test
    void runFromTheMenuACancelIsThrownAndNoModalBoxOfTheHostTellsIt() {
        SegmentEverything command = new SegmentEverything();
        command.setContext(context);
        CommandModule module =
                new CommandModule(
                        context.service(CommandService.class).getCommand(SegmentEverything.class),
                        command);
        module.setInput("input", coins);
        command.begin(false);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, module::run);
        assertTrue(Thread.interrupted());
        assertFalse(command.isCanceled());
        assertFalse(coins.isLocked());
    }

    @Test
    void anOverlayCopyLeavesTheImageAlone() throws Exception {
        coins.setRoi(new Roi(10, 20, 200, 100));
        CommandModule done = run("input", coins, "overlay_copy", true, "region", false);
        ImagePlus copy = (ImagePlus) done.getOutput("overlay_image");
        assertNull(coins.getOverlay());
        assertEquals(coins.getWidth(), copy.getWidth());
        assertEquals((int) max(labels(done)), copy.getOverlay().size());
    }

    @Test
    void theTableHasARowAnObject() throws Exception {
        CommandModule done = run("input", coins, "table", true);
        ResultsTable table = (ResultsTable) done.getOutput("object_table");
        assertEquals((int) max(labels(done)), table.size());
        assertTrue(table.getLabel(0).startsWith("coins.png:obj0001-"), table.getLabel(0));
        assertEquals(0, Analyzer.getResultsTable().size());
    }

    @Test
    void onlyTheSelectionIsSegmented() throws Exception {
        coins.setRoi(new Roi(100, 0, 150, 120));
        ImageProcessor labels = labels(run("input", coins)).getProcessor();
        assertEquals(coins.getWidth(), labels.getWidth());
        assertTrue(labels.getStats().max > 0);
        int[] inside = new int[(int) labels.getStats().max + 1];
        int[] all = labels.getHistogram();
        for (int y = 0; y < 120; y++) {
            for (int x = 100; x < 250; x++) {
                inside[labels.get(x, y)]++;
            }
        }
        for (int id = 1; id < inside.length; id++) {
            assertTrue(2 * inside[id] > all[id], id + ": " + inside[id] + " of " + all[id]);
        }
    }

    @Test
    void whatLiesInTheSelectionIsTheSameObjectAsInTheWholeImage() throws Exception {
        ImageProcessor whole = labels(run("input", coins)).getProcessor();
        coins.setRoi(new Roi(90, 10, 130, 110));
        ImageProcessor part = labels(run("input", coins)).getProcessor();
        int[] areas = part.getHistogram();
        for (int id = 1; id <= part.getStats().max; id++) {
            int best = 0;
            for (int other = 1; other <= whole.getStats().max; other++) {
                best = Math.max(best, common(part, id, whole, other));
            }
            assertTrue(best > 0.9 * areas[id], id + ": " + best + " of " + areas[id]);
        }
    }

    private static int common(ImageProcessor a, int id, ImageProcessor b, int other) {
        int count = 0;
        for (int i = 0; i < a.getPixelCount(); i++) {
            count += a.get(i) == id && b.get(i) == other ? 1 : 0;
        }
        return count;
    }

    @Test
    void ofARoundSelectionObjectsMostlyOutsideAreDropped() throws Exception {
        coins.setRoi(new Roi(100, 0, 200, 200));
        double inBounds = max(labels(run("input", coins)));
        coins.setRoi(new OvalRoi(100, 0, 200, 200));
        double inOval = max(labels(run("input", coins)));
        assertTrue(inOval < inBounds, inOval + " of " + inBounds);
    }

    @Test
    void aLineSelectionIsNotedAndTheWholeImageSegmented() throws Exception {
        coins.setRoi(new Line(0, 0, 30, 50));
        assertTrue(max(labels(run("input", coins))) >= 18);
    }

    @Test
    void aWholeStackKeepsItsDimensions() throws Exception {
        ImagePlus stack = IJ.createHyperStack("stack", 90, 70, 1, 2, 3, 16);
        ImagePlus labels = labels(run("input", stack, "stack", "whole stack"));
        assertArrayEquals(new int[] {90, 70, 1, 2, 3}, labels.getDimensions());
    }

    @Test
    void extremeImagesGiveLabels() throws Exception {
        for (String type : new String[] {"8-bit", "16-bit", "32-bit", "RGB"}) {
            assertEquals(1, labels(run("input", IJ.createImage("dot", type, 1, 1, 1))).getWidth());
        }
        ImagePlus nan = IJ.createImage("nan", "32-bit", 40, 30, 1);
        Arrays.fill((float[]) nan.getProcessor().getPixels(), Float.NaN);
        assertEquals(0, max(labels(run("input", nan))));
    }

    @Test
    void wrongValuesAreErrorsThatNameKeyAndValue() {
        assertEquals(
                "confidence must lie between 0 and 1, but was 3.",
                failure("input", coins, "confidence", 3.0));
        assertEquals(
                "nested must be one of all, outer, inner, but was \"some\".",
                failure("input", coins, "nested", "some"));
        assertEquals(
                "stack must be one of current plane, whole stack, but was \"all\".",
                failure("input", coins, "stack", "all"));
        assertTrue(failure("input", coins, "model", new File("gone.onnx")).contains("gone.onnx"));
    }

    @Test
    void nothingToGiveOutIsAnError() {
        String message = failure("input", coins, "labels", false, "rois", false);
        assertTrue(message.startsWith("Nothing to give out"), message);
    }

    @Test
    void roisAloneAreAnErrorWithoutADisplay() {
        String message = failure("input", coins, "labels", false);
        assertTrue(message.contains("without a display there is no ROI Manager"), message);
        assertTrue(message.contains("set rois to false"), message);
    }

    /** NB: SciJava makes an image without pixels of it. */
    @Test
    void aPathWithoutAnImageIsSaidInWords() {
        String message = failure("input", "gone/coins.png");
        assertTrue(message.contains("could not be opened"), message);
    }

    @Test
    void aLockedImageIsAnErrorAndStaysLocked() {
        coins.lock();
        assertTrue(failure("input", coins).contains("\"coins.png\" is in use"));
        assertTrue(coins.isLocked());
    }

    @Test
    void aCanceledRunHasNoOutputAndUnlocksTheImage() throws Exception {
        SegmentEverything command = new SegmentEverything();
        command.setContext(context);
        CommandModule module =
                new CommandModule(
                        context.service(CommandService.class).getCommand(SegmentEverything.class),
                        command);
        module.setInput("input", coins);
        Thread.currentThread().interrupt();
        module.run();
        assertTrue(Thread.interrupted());
        assertTrue(command.isCanceled());
        assertTrue(command.getCancelReason().startsWith("Canceled"), command.getCancelReason());
        assertNull(module.getOutput("label_image"));
        assertFalse(coins.isLocked());
    }

    private String failure(Object... inputs) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> run(inputs));
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    private CommandModule run(Object... inputs) throws Exception {
        List<Object> all = new ArrayList<>(Arrays.asList(inputs));
        return context.service(CommandService.class)
                .run(SegmentEverything.class, true, all.toArray())
                .get();
    }

    private static ImagePlus labels(CommandModule done) {
        return (ImagePlus) done.getOutput("label_image");
    }

    private static double max(ImagePlus labels) {
        return labels.getProcessor().getStats().max;
    }
}
