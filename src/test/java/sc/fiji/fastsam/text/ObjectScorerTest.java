package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.testing.Drawn;

class ObjectScorerTest {

    private static final Size SIZE = new Size(120, 90);
    private static ClipEncoders clip;

    private final EmbeddingCache cache = new EmbeddingCache(1 << 20);

    @BeforeAll
    static void open() throws ModelException {
        clip = TinyClip.open("tiny-clip");
    }

    @AfterAll
    static void close() {
        clip.close();
    }

    private static RgbImage planes(int seed) {
        float[] values = new float[(int) SIZE.area()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 31 + i / 120 * 17 * seed) % 256 / 255f;
        }
        return RgbImage.gray(SIZE, values);
    }

    /** Small objects in rows. */
    private static List<SegmentedObject> objects(int count) {
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            objects.add(
                    Drawn.object(0.9, Drawn.mask(i % 20 * 6, i / 20 * 9, "###", "####", ".##")));
        }
        return objects;
    }

    private ObjectScorer scorer(CropStyle style) {
        return new ObjectScorer(clip, style, cache);
    }

    @ParameterizedTest
    @EnumSource(CropStyle.class)
    void comparesEachObjectWithEachWord(CropStyle style) {
        TextQuery query = TextQuery.of("round nucleus; 🦠; תא").withNot("debris");
        TextScores scores = scorer(style).score(planes(1), objects(35), query);
        assertEquals(35, scores.objects());
        for (int object = 0; object < 35; object++) {
            for (int word = 0; word < 3; word++) {
                assertTrue(Math.abs(scores.similarity(object, word)) <= 1.000001);
            }
            assertTrue(Math.abs(scores.unwantedSimilarity(object, 0)) <= 1.000001);
        }
        assertEquals(List.of(), scores.notes());
    }

    @Test
    void givesTheCosineOfTheEmbeddingsOfTextAndCrop() {
        SegmentedObject object = objects(1).get(0);
        TextQuery query = TextQuery.of("cell").withTemplates(TextTemplates.NONE);
        double found =
                scorer(CropStyle.MASKED).score(planes(1), List.of(object), query).similarity(0, 0);
        Picture crop = new ObjectCrops(planes(1)).masked(object.mask());
        float[] image = clip.embedImages(List.of(crop), () -> false).get(0);
        float[] text =
                clip.embedTexts(List.of(ClipTokenizer.shared().encode("cell")), () -> false).get(0);
        assertEquals(Embeddings.dot(image, text), found, 1e-6);
    }

    @Test
    void doesNotRunTheImageNetworkAgainForOtherWords() {
        ObjectScorer scorer = scorer(CropStyle.MASKED);
        scorer.score(planes(1), objects(20), TextQuery.of("cell"));
        int before = cache.size();
        scorer.score(planes(1), objects(20), TextQuery.of("ring"));
        assertEquals(before + 5, cache.size()); // the five sentences of one more word
        scorer.score(planes(2), objects(20), TextQuery.of("ring"));
        assertEquals(before + 25, cache.size());
    }

    @Test
    void givesTheSameFromTheCacheAndInBatchesOfAnySize() {
        TextQuery query = TextQuery.of("cell; ring");
        TextScores all = scorer(CropStyle.BOTH).score(planes(1), objects(33), query);
        TextScores again = scorer(CropStyle.BOTH).score(planes(1), objects(33), query);
        TextScores alone =
                new ObjectScorer(clip, CropStyle.BOTH, new EmbeddingCache(0))
                        .score(planes(1), objects(33).subList(32, 33), query);
        assertEquals(all.similarity(7, 1), again.similarity(7, 1));
        assertEquals(all.similarity(32, 1), alone.similarity(0, 1), 1e-6);
    }

    @Test
    void hasNothingToSayOfNoObjects() {
        TextScores scores =
                scorer(CropStyle.MASKED).score(planes(1), List.of(), TextQuery.of("cell"));
        assertEquals(List.of(), scores.matches());
        assertEquals(List.of("cell"), scores.unmatched());
        assertEquals(List.of(), scores.notes());
    }

    @Test
    void saysWhenMoreIsAskedForThanThereIs() {
        TextScores scores =
                scorer(CropStyle.MASKED)
                        .score(planes(1), objects(3), TextQuery.of("cell").withTop(5));
        assertEquals(3, scores.matches().size());
        assertEquals(List.of("top is 5, but there are 3 objects"), scores.notes());
    }

    @Test
    void saysWhenAWordIsLongerThanClipReads() {
        TextScores scores =
                scorer(CropStyle.MASKED)
                        .score(planes(1), objects(1), TextQuery.of("x".repeat(10_000)));
        assertEquals(1, scores.notes().size());
        assertTrue(scores.notes().get(0).contains("is longer than CLIP reads (77 tokens)"));
    }

    @Test
    void reportsEachBatchAndEndsWhenCanceled() {
        List<String> reports = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(long done, long total, String task) {
                        reports.add(done + " of " + total);
                    }

                    @Override
                    public boolean isCanceled() {
                        return reports.size() == 2;
                    }
                };
        TextQuery query = TextQuery.of("cell");
        assertThrows(
                CancellationException.class,
                () -> scorer(CropStyle.MASKED).score(planes(1), objects(40), query, progress));
        assertEquals(List.of("16 of 40", "32 of 40"), reports);
    }
}
