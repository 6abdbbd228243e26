package sc.fiji.fastsam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.onnx.TinyModels;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.settings.SegmentationKeys;

/**
 * A network that finds objects of about 448, 384 and 288 pixels, scores 0.9, 0.7 and 0.6, none of
 * which touches the border.
 */
class FastSamBuilderTest {

    private static ImagePlus image() {
        float[] gray = TinyModels.brightness();
        ImagePlus image =
                new ImagePlus(
                        "cells", new FloatProcessor(TinyModels.WIDTH, TinyModels.HEIGHT, gray));
        image.setDisplayRange(0, 1);
        return image;
    }

    private static FastSamBuilder builder() {
        return FastSam.builder()
                .settings("contrast=display image_size=96 smooth=false")
                .model(TinyModels.path("l2-dynamic"))
                .device(Device.CPU);
    }

    private static int count(FastSamBuilder builder) throws ModelException {
        try (FastSamSession session = builder.open()) {
            return session.segment(image()).count();
        }
    }

    @Test
    void eachSettingIsHeeded() throws ModelException {
        assertEquals(3, count(builder()));
        assertEquals(2, count(builder().confidence(0.65)));
        assertEquals(2, count(builder().minArea(300)));
        assertEquals(1, count(builder().maxArea(300)));
        assertEquals(1, count(builder().with(SegmentationKeys.MAX_OBJECTS, 1)));
        assertEquals(3, count(builder().excludeBorder()));
    }

    @Test
    void settingsAsTextTakeThePlaceOfThoseBefore() throws ModelException {
        FastSamBuilder other = builder().confidence(0.65);
        other.settings("contrast=display image_size=96").device(Device.CPU);
        assertEquals(3, count(other.model(TinyModels.path("l2-dynamic"))));
    }

    @Test
    void theOverlapRuleIsTheResults() throws ModelException {
        try (FastSamSession session = builder().overlap(OverlapRule.LARGEST_ON_TOP).open()) {
            assertEquals(OverlapRule.LARGEST_ON_TOP, session.segment(image()).task().overlap());
        }
    }

    @Test
    void aSessionChoosesByPromptsAndItsResultsDoToo() throws ModelException {
        try (FastSamSession session = builder().open()) {
            ImageObjects all = session.segment(image());
            assertEquals(1, session.select(image(), "points=[20,16]").count());
            ImageObjects two = all.select("points=[20,16; 70,45; 50,30]");
            assertEquals(2, two.count());
            assertEquals(List.of("point3"), two.unmatched());
        }
    }

    /** NB: also where the cache's raw results would do. */
    @Test
    void resultsOfAClosedSessionChooseNoMore() throws ModelException {
        ImageObjects all;
        try (FastSamSession session = builder().open()) {
            all = session.segment(image());
            assertEquals(1, all.select("points=[20,16] second_look=false").count());
        }
        assertEquals(3, all.count());
        assertThrows(
                IllegalStateException.class, () -> all.select("points=[20,16] second_look=false"));
    }

    /** NB: IJ.openImage gives null, SciJava an image without pixels, for a wrong path. */
    @Test
    void noImageIsSaidInWords() {
        for (ImagePlus none : new ImagePlus[] {null, new ImagePlus()}) {
            for (Runnable call :
                    List.<Runnable>of(
                            () -> FastSam.segment(none),
                            () -> FastSam.select(none, "points=[20,16]"),
                            () -> FastSam.select(none, ""))) {
                String message =
                        assertThrows(IllegalArgumentException.class, call::run).getMessage();
                assertTrue(message.contains("be opened") || message.contains("null"), message);
            }
        }
    }

    @Test
    void anImgLib2ImageGivesTheSameObjects() throws ModelException {
        FastSamBuilder byType =
                builder()
                        .with(SegmentationKeys.CONTRAST, Contrast.TYPE)
                        .with(SegmentationKeys.CONFIDENCE, 0.65);
        try (FastSamSession session = byType.open()) {
            var pixels =
                    ArrayImgs.floats(TinyModels.brightness(), TinyModels.WIDTH, TinyModels.HEIGHT);
            assertEquals(session.segment(image()).count(), session.segment(pixels).count());
            FloatType first = pixels.firstElement();
            assertEquals(0.1f, first.get());
        }
    }

    @Test
    void promptsAmongTheSettingsAreRefusedWhereAllObjectsAreAskedFor() throws ModelException {
        try (FastSamSession session =
                builder().settings("points=[20,16]").model(TinyModels.path("l2-dynamic")).open()) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> session.segment(image()));
            assertEquals(
                    "Call select instead of segment.",
                    e.getMessage().substring(e.getMessage().indexOf("Call")));
        }
    }

    @Test
    void whatMenusGiveOutIsNoSettingHere() throws ModelException {
        for (String text : List.of("rois=true", "overlay=true", "table", "labels=false")) {
            String key = text.replaceFirst("=.*", "");
            IllegalArgumentException e =
                    assertThrows(
                            IllegalArgumentException.class, () -> FastSam.segment(image(), text));
            assertEquals(
                    "\""
                            + key
                            + "\" has no place here. Leave it out: the result has methods for it"
                            + " (toLabelImage, toParentImage, toRois, addTo, showPrompts, toTable,"
                            + " toSummary).",
                    e.getMessage());
        }
        try (FastSamSession session = builder().open()) {
            IllegalArgumentException e =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> session.select(image(), "points=[20,16] min_area=3"));
            assertTrue(
                    e.getMessage()
                            .startsWith(
                                    "\"min_area\" has no place here. Leave it out: prompts alone are"
                                            + " taken."),
                    e.getMessage());
        }
    }

    @Test
    void aListenerIsToldAndCancels() throws ModelException {
        ImagePlus unseen = image();
        unseen.getProcessor().setf(0, 0.2f);
        try (FastSamSession session = builder().progress(Progress.quiet(() -> true)).open()) {
            assertThrows(CancellationException.class, () -> session.segment(unseen));
        }
    }

    @Test
    void aClosedSessionIsOfNoUseAnyMore() throws ModelException {
        FastSamSession session = builder().open();
        session.close();
        assertThrows(IllegalStateException.class, () -> session.segment(image()));
    }

    @Test
    void aMissingModelIsNamed() {
        Path missing = Path.of("no-such.onnx").toAbsolutePath();
        ModelException e =
                assertThrows(ModelException.class, () -> builder().model(missing).open());
        assertEquals(
                "Model file " + missing,
                e.getMessage().substring(0, 11 + missing.toString().length()));
    }
}
