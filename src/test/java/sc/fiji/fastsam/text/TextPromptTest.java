package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.prompt.Selector;
import sc.fiji.fastsam.testing.Drawn;

/** Three objects: their similarity with "large" is their area over 10, with "debris" 0.35. */
class TextPromptTest {

    private static final Segmentation THREE =
            Drawn.segmentation(
                    12,
                    7,
                    Drawn.object(0.9, Drawn.mask(0, 0, "##", "##")),
                    Drawn.object(0.8, Drawn.mask(5, 1, "##", "##", "##")),
                    Drawn.object(0.7, Drawn.mask(9, 1, "###")));

    private static TextScores score(List<?> objects, TextQuery query) {
        double[][] wanted = new double[objects.size()][1];
        double[][] unwanted = new double[objects.size()][query.not().size()];
        for (int i = 0; i < objects.size(); i++) {
            SegmentedObject object = (SegmentedObject) objects.get(i);
            wanted[i][0] = query.words().get(0).equals("large") ? object.mask().area() / 10.0 : 0;
            Arrays.fill(unwanted[i], 0.35);
        }
        return new TextScores(query, wanted, unwanted, List.of());
    }

    private static Answers select(TextQuery query, Prompts others) {
        Prompts prompts =
                others.and(
                        TextPrompt.of(query, (plane, objects, q, progress) -> score(objects, q)));
        return Selector.of(THREE)
                .withPixels(RgbImage.gray(new Size(12, 7), new float[84]), Progress.NONE)
                .select(prompts.inside(THREE.size()));
    }

    private static List<Integer> areas(Answers answers) {
        return answers.objects().stream()
                .map(o -> Math.toIntExact(o.object().mask().area()))
                .toList();
    }

    @Test
    void aWordMeansTheMostSimilarObject() {
        Answers answers = select(TextQuery.of("large"), Prompts.none());
        assertEquals(List.of(6), areas(answers));
        assertEquals(0.6, answers.answers().get(0).fit(), 1e-12);
    }

    @Test
    void topGivesSoManyTheMostSimilarFirst() {
        assertEquals(
                List.of(6, 4), areas(select(TextQuery.of("large").withTop(2), Prompts.none())));
    }

    @Test
    void whatLooksMoreLikeAnUnwantedWordIsLeftOut() {
        TextQuery query = TextQuery.of("large").withNot("debris").withTop(9);
        assertEquals(List.of(6, 4), areas(select(query, Prompts.none())));
    }

    @Test
    void aLeastSimilarityTakesAllThatReachIt() {
        TextQuery query = TextQuery.of("large").withMinSimilarity(0.3);
        assertEquals(List.of(6, 4, 3), areas(select(query, Prompts.none())));
    }

    @Test
    void wordsStandBesidePointsAndBackgroundPointsBindThem() {
        Prompts points = Prompts.point(10, 1.5).andBackground(5.5, 1.5);
        assertEquals(List.of(3, 4), areas(select(TextQuery.of("large"), points)));
    }

    @Test
    void namesHaveNoBlanksAndAWordThatNothingAnswersIsUnmatched() {
        TextQuery query = TextQuery.of("round  thing; large").withMinSimilarity(0.1);
        Answers answers = select(query, Prompts.none());
        assertEquals(List.of("round_thing"), answers.unmatched());
        assertEquals(List.of("large"), answers.objects().get(0).prompts());
    }
}
