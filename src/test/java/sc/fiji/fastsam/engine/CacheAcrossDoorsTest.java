package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.TinyModels;
import sc.fiji.fastsam.segment.CachingSegmenter;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.NetworkSegmenter;
import sc.fiji.fastsam.segment.PredictionCache;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;

/** The doors of one JVM share the network's raw results: what one ran, the others do not. */
class CacheAcrossDoorsTest {

    private static final SegmentationSettings AS_IS =
            SegmentationSettings.defaults()
                    .withInput(new InputSettings(Contrast.TYPE, 0, 100))
                    .withImageSize(96);

    private CachingSegmenter network;
    private NetworkSegmenter core;
    private ImagePlus image;

    @BeforeEach
    void open() throws IOException {
        PredictionCache.shared().clear();
        core =
                NetworkSegmenter.open(
                        NetworkId.of(
                                ModelFile.of(TinyModels.path("l2-dynamic")), DeviceRequest.AUTO));
        network = new CachingSegmenter(core, PredictionCache.shared());
        image = IJ.createImage("three", "8-bit black", TinyModels.WIDTH, TinyModels.HEIGHT, 1);
        float[] brightness = TinyModels.brightness();
        for (int i = 0; i < brightness.length; i++) {
            image.getProcessor().set(i, Math.round(brightness[i] * 255));
        }
    }

    @AfterEach
    void close() {
        network.close();
        PredictionCache.shared().clear();
    }

    private ImageObjects segment(ImageTask task) {
        return new ImageSegmenter(PlaneSegmenter.keeping(network))
                .segment(image, task, Progress.NONE);
    }

    private ImageObjects everything(SegmentationSettings segmentation) {
        return segment(ImageTask.DEFAULT.withSegmentation(segmentation));
    }

    private ImageObjects pointAt(String text) {
        PromptList prompts = PromptList.typed(text, "", "");
        return segment(ImageTask.DEFAULT.withSegmentation(AS_IS).withPrompts(prompts));
    }

    /**
     * Asks the stage times, which have no network where none ran, and checks what the summary says
     * by them.
     */
    private static boolean ranNetwork(ImageObjects found) {
        RunSummary summary = found.planes().get(0).labeling().segmentation().summary();
        boolean ran = summary.milliseconds().containsKey("network");
        assertEquals(!ran, summary.reused(), summary.toString());
        return ran;
    }

    @Test
    void aSelectionAfterEverythingDoesNotRunTheNetwork() {
        assertTrue(ranNetwork(everything(AS_IS)));
        ImageObjects chosen = pointAt("20,15");
        assertFalse(ranNetwork(chosen));
        assertEquals(1, chosen.count());
    }

    @Test
    void everythingAfterASelectionDoesNotRunTheNetwork() {
        assertTrue(ranNetwork(pointAt("20,15")));
        ImageObjects all = everything(AS_IS);
        assertFalse(ranNetwork(all));
        assertEquals(3, all.count());
    }

    @Test
    void settingsAfterTheNetworkChooseAnewFromWhatItSaid() {
        everything(AS_IS);
        ImageObjects fewer = everything(AS_IS.withConfidence(0.8));
        assertFalse(ranNetwork(fewer));
        assertEquals(1, fewer.count());
        assertEquals(
                core.segment(planes(), AS_IS, Progress.NONE).objects(),
                everything(AS_IS).planes().get(0).labeling().segmentation().objects());
    }

    @Test
    void anEditedPixelRunsTheNetworkForEverythingAndSelection() {
        everything(AS_IS);
        image.getProcessor().set(50, 30, 90);
        assertTrue(ranNetwork(pointAt("20,15")));
        image.getProcessor().set(50, 30, 91);
        assertTrue(ranNetwork(everything(AS_IS)));
    }

    @Test
    void anotherScaleOrAnotherPartRunsTheNetwork() {
        everything(AS_IS);
        assertTrue(ranNetwork(everything(AS_IS.withImageSize(192))));
        image.setRoi(new Roi(0, 0, 20, 20));
        assertTrue(ranNetwork(everything(AS_IS)));
    }

    @Test
    void theLogDoesNotSayThatTheNetworkNeedNotRun() {
        everything(AS_IS);
        assertEquals(List.of(), everything(AS_IS).notes());
    }

    @Test
    void whatThePreviewSawServesTheRunThatFollows() {
        network.predict(planes(), AS_IS, Progress.NONE);
        assertFalse(ranNetwork(everything(AS_IS)));
    }

    @Test
    void aScriptSharesTheCacheWithTheMenu() {
        Segmentation byScript = network.segment(planes(), AS_IS);
        assertTrue(byScript.summary().milliseconds().containsKey("network"));
        assertFalse(ranNetwork(pointAt("20,15")));
    }

    @Test
    void filesOneAfterTheOtherLeaveNothingBehind() {
        Segmentation once = core.segment(planes(), AS_IS, Progress.NONE);
        assertEquals(3, once.objects().size());
        assertEquals(0, PredictionCache.shared().size());
    }

    @Test
    void aFlatPlaneTakesNoPlaceInTheCache() {
        image.getProcessor().setValue(7);
        image.getProcessor().fill();
        assertEquals(0, everything(AS_IS).count());
        assertEquals(0, PredictionCache.shared().size());
    }

    private RgbImage planes() {
        return Planes.of(image, PlanePosition.of(image), -1, AS_IS.input());
    }
}
