package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.KeyValues;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Settings;

class PickRecordTest {

    private static final Settings USUAL = Settings.DEFAULT;
    private static final ImagePlus PLAIN = IJ.createImage("plain", "8-bit", 90, 90, 1);

    private static Pick box(double x, double y, double width, double height) {
        return Pick.in(PlanePosition.FIRST, new Rectangle2D.Double(x, y, width, height));
    }

    @Test
    void aPointIsThePixelThatWasClicked() {
        Pick pick = Pick.at(PlanePosition.FIRST, 45.7, 55.2);
        assertEquals("points=45,55 labels=false", PickRecord.keys(PLAIN, pick, USUAL));
    }

    @Test
    void whatTheOptionsSayIsPartOfTheLine() {
        Settings by =
                USUAL.with(OutputKeys.ROIS, false)
                        .withText(NetworkKeys.MODEL, "C:\\my.onnx")
                        .withText(SegmentationKeys.DIAMETER, "30");
        assertEquals(
                "diameter=30 boxes=10,20,30.25,40 labels=false model=C:/my.onnx",
                PickRecord.keys(PLAIN, box(10, 20, 30.25, 40), by));
    }

    /** ImageJ's recorder is not told which plane the image shows. */
    @Test
    void theLineMeansThePlaneOfThePick() {
        ImagePlus hyperstack = IJ.createHyperStack("h", 20, 20, 2, 3, 4, 8);
        Pick pick = Pick.at(new PlanePosition(2, 3, 1), 5, 6);
        assertEquals(
                "slices=3 frames=1 channel=2 points=5,6 labels=false",
                PickRecord.keys(hyperstack, pick, USUAL));
        assertEquals(
                "slices=3 frames=1 channel=0 points=5,6 labels=false",
                PickRecord.keys(hyperstack, pick, USUAL.with(ImageKeys.CHANNEL, 0)));
    }

    /** NB: a stain is in all colors, so no channel is named. */
    @Test
    void theLineHasTheStain() {
        Settings by = USUAL.withText(SegmentationKeys.STAIN, "hematoxylin");
        ImagePlus rgb = IJ.createImage("section", "RGB", 90, 90, 1);
        ImagePlus composite = IJ.createHyperStack("section", 20, 20, 3, 1, 1, 8);
        Pick pick = Pick.at(new PlanePosition(2, 1, 1), 5, 6);
        String line = "stain=hematoxylin points=5,6 labels=false";
        assertEquals(line, PickRecord.keys(rgb, pick, by));
        assertEquals(line, PickRecord.keys(composite, pick, by));
    }

    @Test
    void aQuotationMarkIsNoEndOfTheLine() {
        Settings by = USUAL.withText(NetworkKeys.MODEL, "/the \"best\".onnx");
        String keys = PickRecord.keys(PLAIN, Pick.at(PlanePosition.FIRST, 1, 2), by);
        assertEquals(
                "points=1,2 labels=false model=[/the \\\"best\\\".onnx]", KeyValues.escaped(keys));
    }

    @Test
    void theLineFindsWhatWasPicked() {
        Assumptions.assumeTrue(ModelFile.isBundledPresent(), "no bundled network");
        ImagePlus coins = IJ.openImage("src/test/resources/images/coins.png");
        List<Pick> picks =
                List.of(
                        Pick.at(PlanePosition.FIRST, 156, 50),
                        Pick.at(PlanePosition.FIRST, 100, 54),
                        box(190, 165, 50, 54),
                        box(20, 30, 60, 50),
                        box(150, 40, 12, 12));
        int answeredAtOnce = 0;
        for (Pick pick : picks) {
            PickSearch.Found found = PickSearch.find(coins, pick, USUAL, Progress.NONE);
            assertEquals(found.object(), again(coins, pick), PickRecord.keys(coins, pick, USUAL));
            Optional<SegmentedObject> sure = Highlight.surely(found.everything(), pick);
            assertTrue(sure.isEmpty() || sure.equals(found.object()), "without asking the network");
            answeredAtOnce += sure.isPresent() ? 1 : 0;
        }
        assertEquals(3, answeredAtOnce);
    }

    /** As Segment Selection finds it. */
    private static Optional<SegmentedObject> again(ImagePlus image, Pick pick) {
        Settings line = Settings.parse(PickRecord.keys(image, pick, USUAL));
        ImageTask task =
                ImageTask.of(line)
                        .withPrompts(PromptList.typed(line).withRules(PromptSettings.of(line)));
        return new ImageSegmenter(Segmenters.shared().planes(Segmenters.Request.of(line)))
                .segment(image, task, Progress.NONE)
                .planes()
                .get(0)
                .answers()
                .orElseThrow()
                .answers()
                .get(0)
                .object();
    }
}
