package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.onnx.TinyModels;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.text.TextPrompt;
import sc.fiji.fastsam.text.TextQuery;

class PromptSegmenterTest {

    private static final Size SIZE = new Size(TinyModels.WIDTH, TinyModels.HEIGHT);
    private static final SegmentationSettings AS_IS =
            SegmentationSettings.defaults()
                    .withInput(new InputSettings(Contrast.TYPE, 0, 100))
                    .withImageSize(96);

    private final PredictionCache cache = new PredictionCache(1 << 20);
    private NetworkSegmenter sam;

    @BeforeEach
    void open() throws IOException {
        sam = Tiny.open("l2-dynamic");
    }

    @AfterEach
    void close() {
        sam.close();
    }

    private static RgbImage image() {
        return RgbImage.gray(SIZE, TinyModels.brightness());
    }

    private Answers segment(Prompts prompts, SegmentationSettings settings) {
        return prompter(cache).segment(image(), settings, prompts, Progress.NONE);
    }

    private PromptSegmenter prompter(PredictionCache of) {
        return new PromptSegmenter(new CachingSegmenter(sam, of));
    }

    private static boolean isFromCache(Answers result) {
        return result.everything().summary().reused();
    }

    @Test
    void promptsChooseAmongTheObjectsOfTheNetwork() {
        Answers result = segment(Prompts.box(60, 40, 32, 12).andPoint(20, 16), AS_IS);
        Answers selection = result;
        assertEquals(List.of(), selection.unmatched());
        assertEquals(0.7f, selection.objects().get(0).object().score(), 0.01);
        assertEquals(0.9f, selection.objects().get(1).object().score(), 0.01);
        assertEquals(2, result.chosen().objects().size());
        assertEquals(3, result.everything().objects().size());
    }

    @Test
    void aBoxTrimsTheObjectThatItChooses() {
        Prompts narrow = Prompts.box(60, 40, 26, 12);
        for (boolean again : new boolean[] {false, true}) {
            Prompts asked = narrow.withSettings(narrow.settings().withSecondLook(again));
            Answers result = segment(asked, AS_IS);
            assertEquals(86, result.objects().get(0).object().mask().bounds().xEnd());
        }
        Answers whole = segment(Prompts.box(60, 40, 32, 12), AS_IS);
        assertEquals(92, whole.objects().get(0).object().mask().bounds().xEnd(), 1);
    }

    @Test
    void wordsTellHowFarTheyAreAndEndWhenTheUserCancels() {
        List<String> told = new ArrayList<>();
        Progress user =
                new Progress() {
                    @Override
                    public void update(long done, long total, String task) {
                        told.add(task + " " + done + "/" + total);
                    }

                    @Override
                    public boolean isCanceled() {
                        return told.contains("Comparing objects 2/3");
                    }
                };
        TextPrompt.Scorer scorer =
                (plane, objects, query, progress) -> {
                    progress.update(2, objects.size(), "Comparing objects");
                    assertTrue(progress.isCanceled());
                    throw new CancellationException("Canceled.");
                };
        Prompts words = Prompts.none().and(TextPrompt.of(TextQuery.of("cell"), scorer));
        assertThrows(
                CancellationException.class,
                () -> prompter(cache).segment(image(), AS_IS, words, user));
    }

    @Test
    void newPromptsAndLaterSettingsDoNotRunTheNetworkAgain() {
        assertFalse(isFromCache(segment(Prompts.point(20, 16), AS_IS)));
        assertTrue(isFromCache(segment(Prompts.point(70, 45), AS_IS.withConfidence(0.65))));
        assertEquals(1, cache.size());
    }

    @Test
    void planesThatSeveralThreadsAskForAtATimeAreRunOnceEach() {
        CachingSegmenter caching = new CachingSegmenter(sam, cache);
        List<Integer> sides =
                Collections.nCopies(8, List.of(96, 64)).stream().flatMap(List::stream).toList();
        List<Segmentation> all =
                sides.parallelStream()
                        .map(AS_IS::withImageSize)
                        .map(settings -> caching.segment(image(), settings, Progress.NONE))
                        .toList();
        assertEquals(2, all.stream().filter(found -> !found.summary().reused()).count());
        assertEquals(2, cache.size());
        for (int i = 2; i < all.size(); i++) {
            assertEquals(all.get(i % 2).objects().size(), all.get(i).objects().size());
        }
    }

    @Test
    void anotherScaleOrAnEditedImageRunsTheNetwork() {
        segment(Prompts.point(20, 16), AS_IS);
        assertFalse(isFromCache(segment(Prompts.point(20, 16), AS_IS.withImageSize(192))));
        float[] edited = TinyModels.brightness();
        edited[5] += 0.01f;
        Answers other =
                prompter(cache)
                        .segment(
                                RgbImage.gray(SIZE, edited),
                                AS_IS,
                                Prompts.point(20, 16),
                                Progress.NONE);
        assertFalse(isFromCache(other));
        assertEquals(3, cache.size());
    }

    @Test
    void theSecondLookFindsObjectsBelowTheConfidenceAndSaysSo() {
        SegmentationSettings strict = AS_IS.withConfidence(0.8);
        Prompts point = Prompts.point(70, 45);
        Answers without =
                segment(point.withSettings(point.settings().withSecondLook(false)), strict);
        assertEquals(List.of("point1"), without.unmatched());
        Answers with = segment(point, strict);
        assertEquals(0.7f, with.objects().get(0).object().score(), 0.01);
        assertEquals(
                List.of("second look at 1 prompt: 1 answered better, network run 0 times more"),
                with.notes());
        assertTrue(with.everything().summary().milliseconds().containsKey("second look"));
        assertFalse(without.everything().summary().milliseconds().containsKey("second look"));
    }

    @Test
    void aPointOnBackgroundHasNoMatchAlsoInTheSecondLook() {
        Answers selection = segment(Prompts.point(90, 5), AS_IS);
        assertEquals(List.of("point1"), selection.unmatched());
        assertTrue(selection.notes().get(0).startsWith("second look at 1 prompt: 0 answered"));
    }

    @Test
    void aBoxOutsideIsAnErrorBeforeTheNetworkRuns() {
        assertThrows(
                IllegalArgumentException.class, () -> segment(Prompts.box(200, 10, 20, 20), AS_IS));
        assertEquals(0, cache.size());
    }

    @Test
    void theCacheForgetsTheOldestPlaneWhenItIsFull() {
        segment(Prompts.point(20, 16), AS_IS);
        long one = cache.bytes();
        PredictionCache small = new PredictionCache(one + one / 2);
        PromptSegmenter segmenter = prompter(small);
        Prompts prompts = Prompts.point(20, 16);
        segmenter.segment(image(), AS_IS, prompts, Progress.NONE);
        float[] other = TinyModels.brightness();
        other[7] = 0.3f;
        segmenter.segment(RgbImage.gray(SIZE, other), AS_IS, prompts, Progress.NONE);
        assertEquals(1, small.size());
        assertEquals(one, small.bytes());
        small.clear();
        assertEquals(0, small.bytes());
    }

    @Test
    void aPlaneTooLargeForTheCacheIsSegmentedAllTheSame() {
        PromptSegmenter segmenter = prompter(new PredictionCache(10));
        Prompts prompts = Prompts.point(20, 16);
        Answers result = segmenter.segment(image(), AS_IS, prompts, Progress.NONE);
        assertEquals(1, result.chosen().objects().size());
    }

    @Test
    void closeUpsAreSquaresWithThePromptInTheirMiddleHalf() {
        Box box = new Box(500, 300, 540, 320);
        assertEquals(
                new Region(440, 240, 160, 160), closeUp(CloseUp.Surroundings.WIDE, box).region());
        assertEquals(
                new Region(480, 264, 96, 96), closeUp(CloseUp.Surroundings.NARROW, box).region());
        assertEquals(2, closeUp(CloseUp.Surroundings.NARROW, box).gain(), 1e-9);
        Box wide = new Box(420, 300, 620, 320);
        assertEquals(
                new Region(300, 100, 400, 400),
                closeUp(CloseUp.Surroundings.NARROW, wide).region());
    }

    private static CloseUp closeUp(CloseUp.Surroundings surroundings, Box box) {
        return CloseUp.at(box, 20, 40, surroundings, new Size(1000, 800));
    }
}
