package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.measure.Measure;
import sc.fiji.fastsam.imagej.measure.ObjectMeasures;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.Settings;
import sc.fiji.fastsam.testing.Drawn;

/** Found in one channel, measured in others. */
class MeasuredChannelsTest {

    /** Plane c, z has the value 10 c + z. */
    private static ImagePlus image() {
        ImagePlus image = IJ.createHyperStack("made.tif", 12, 7, 3, 2, 1, 16);
        for (int i = 1; i <= 6; i++) {
            int[] place = image.convertIndexToPosition(i);
            image.getStack().getProcessor(i).add(10 * place[0] + place[1]);
        }
        return image;
    }

    private static ImageObjects segment(ImagePlus image, String settings) {
        PlaneSegmenter network =
                (plane, values, progress) ->
                        Drawn.segmentation(12, 7, Drawn.object(0.9, Drawn.mask(1, 1, "##", "##")));
        ImageTask task = ImageTask.of(Settings.parse(settings));
        return new ImageSegmenter(network).segment(image, task, Progress.NONE);
    }

    @Test
    void eachSliceIsMeasuredInItsOwnPlanes() {
        ResultsTable table =
                segment(image(), "measure_channels=2-3 slices=all channel=1").toTable();
        assertEquals(2, table.size());
        for (int slice = 1; slice <= 2; slice++) {
            assertEquals(10 + slice, table.getValue("Mean", slice - 1));
            assertEquals(20 + slice, table.getValue("Mean Ch2", slice - 1));
            assertEquals(30 + slice, table.getValue("Mean Ch3", slice - 1));
        }
        assertFalse(table.columnExists("Mean Ch1"));
    }

    @Test
    void theObjectsAreMeasuredAlsoOnceTheImageIsClosed() {
        ImagePlus image = image();
        ImageObjects found = segment(image, "measure_channels=all");
        image.close();
        ObjectMeasures third = found.rows().get(0).channels().get(2).measures();
        assertEquals(31, third.get(Measure.MEAN));
    }

    @Test
    void withoutTheSettingTheTableIsAsBefore() {
        ResultsTable table = segment(image(), "").toTable();
        assertFalse(table.getColumnHeadings().contains(" Ch"), table.getColumnHeadings());
    }

    @Test
    void aChannelThatIsNotThereFailsBeforeTheNetworkRuns() {
        PlaneSegmenter never =
                (plane, values, progress) -> {
                    throw new AssertionError("the network was run");
                };
        ImageTask task = ImageTask.of(Settings.parse("measure_channels=4"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ImageSegmenter(never).segment(image(), task, Progress.NONE));
    }

    @Test
    void ofGrayValuesTheStainThatWasAskedForIsRefused() {
        ImagePlus gray = IJ.createImage("gray.tif", "16-bit black", 12, 7, 1);
        String message =
                assertThrows(IllegalArgumentException.class, () -> segment(gray, "stain=dab"))
                        .getMessage();
        assertTrue(message.startsWith("stain = dab needs an image in RGB"), message);
    }

    @Test
    void aRingHasNothingOfAnObjectThatWasFoundButNotMeant() {
        ImagePlus image = IJ.createImage("gray.tif", "8-bit black", 12, 7, 1);
        image.getProcessor().set(8);
        for (int y = 1; y < 5; y++) {
            for (int x = 4; x < 8; x++) {
                image.getProcessor().set(x, y, 200);
            }
        }
        SegmentedObject meant = Drawn.object(0.9, Drawn.mask(1, 1, "###", "###", "###", "###"));
        SegmentedObject other = Drawn.object(0.8, Drawn.mask(4, 1, "####", "####", "####", "####"));
        PlaneSegmenter network =
                (plane, values, progress) -> Drawn.segmentation(12, 7, meant, other);
        ImageTask task =
                ImageTask.of(Settings.parse("measure_ring=2"))
                        .withPrompts(PromptList.typed("2,2", "", ""));

        ResultsTable table =
                new ImageSegmenter(network).segment(image, task, Progress.NONE).toTable();

        assertEquals(1, table.size());
        assertEquals(8, table.getValue("Max Ring", 0));
        assertTrue(table.getValue("Area Ring", 0) > 10, table.getColumnHeadings());
    }

    /** NB: of 6 x 4 pixels the box holds 5 x 4; what was found does not stand in its way. */
    @Test
    void theRingOfAnObjectThatAPromptGaveAnotherShapeHasWhatItWasBefore() {
        ImagePlus image = IJ.createImage("gray.tif", "8-bit black", 12, 7, 1);
        SegmentedObject found =
                Drawn.object(0.9, Drawn.mask(3, 1, "######", "######", "######", "######"));
        PlaneSegmenter network = (plane, values, progress) -> Drawn.segmentation(12, 7, found);
        ImageTask task =
                ImageTask.of(Settings.parse("measure_ring=1"))
                        .withPrompts(PromptList.typed("", "", "3,1,5,4"));

        ResultsTable table =
                new ImageSegmenter(network).segment(image, task, Progress.NONE).toTable();

        assertEquals(20, table.getValue("Area", 0));
        assertEquals(2 * 5 + 2 * 4, table.getValue("Area Ring", 0));
    }

    @Test
    void aTaskKeepsThemThroughItsSettings() {
        ImageTask task = ImageTask.of(Settings.parse("measure_channels=1,3 measure_ring=7"));
        assertEquals(task.measured(), ImageTask.of(task.toSettings()).measured());
    }
}
