package sc.fiji.fastsam.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;

/** A kind of prompt that chooses by looks and without a place, added from outside. */
class OtherKindsTest {

    private static final AppearanceScorer DARKNESS =
            (plane, objects, progress) ->
                    objects.stream().mapToDouble(o -> darkness(plane, o)).toArray();

    private static double darkness(RgbPlane plane, SegmentedObject object) {
        RgbImage pixels = plane.crop(Region.of(plane.size()));
        double[] sum = new double[1];
        object.mask()
                .forEachRun(
                        (y, x0, x1) -> {
                            for (int x = x0; x < x1; x++) {
                                sum[0] += 1 - pixels.red()[y * plane.size().width() + x];
                            }
                        });
        return sum[0] / object.mask().area();
    }

    /** The darkest objects, at most a number of them, each darker than 0.5. */
    private record DarkestPrompt(String name, int most) implements Prompt {

        @Override
        public Kind kind() {
            return new Kind("darkest", "darkest ones", 3);
        }

        @Override
        public Prompt withName(String other) {
            return new DarkestPrompt(other, most);
        }

        @Override
        public Box extent(Size plane) {
            return new Box(0, 0, plane.width(), plane.height());
        }

        @Override
        public int[] fitting(Candidates candidates) {
            return candidates.places();
        }

        @Override
        public Answer answer(Candidates candidates) {
            int[] places = fitting(candidates);
            double[] scores = candidates.scores(DARKNESS, places);
            return new Answer(
                    this,
                    IntStream.range(0, places.length)
                            .filter(i -> scores[i] > 0.5)
                            .mapToObj(i -> match(candidates, places[i], scores[i]))
                            .sorted(Comparator.comparing(Answer.Match::fit).reversed())
                            .limit(most)
                            .toList());
        }

        private static Answer.Match match(Candidates candidates, int place, double score) {
            return new Answer.Match(candidates.objects().get(place), score);
        }
    }

    /** Of area 12, 8, 6 and 4; grays 0.9, 0.4, 0.1 and 0.3, in 20 x 10. */
    private static final Segmentation FOUR =
            new Scene(20, 10)
                    .rectangle(0, 0, 4, 3, 0.9)
                    .rectangle(6, 1, 4, 2, 0.8)
                    .rectangle(12, 5, 3, 2, 0.7)
                    .rectangle(17, 7, 2, 2, 0.6)
                    .segmentation();

    private static RgbImage plane() {
        float[] gray = {0.9f, 0.4f, 0.1f, 0.3f};
        float[] values = new float[200];
        Arrays.fill(values, 1);
        for (int i = 0; i < gray.length; i++) {
            float value = gray[i];
            FOUR.objects()
                    .get(i)
                    .mask()
                    .forEachRun(
                            (y, x0, x1) -> Arrays.fill(values, y * 20 + x0, y * 20 + x1, value));
        }
        return RgbImage.gray(FOUR.size(), values);
    }

    private static Answers select(Prompts prompts) {
        return Selector.of(FOUR)
                .withPixels(plane(), Progress.NONE)
                .select(prompts.inside(FOUR.size()));
    }

    private static List<Integer> areas(Answers answers) {
        return answers.objects().stream()
                .map(o -> Math.toIntExact(o.object().mask().area()))
                .toList();
    }

    @Test
    void aPromptMayChooseSeveralObjectsByTheirLooksBestFirst() {
        Answers answers = select(Prompts.none().and(new DarkestPrompt("dark", 2)));
        assertEquals(List.of(6, 4), areas(answers));
        assertEquals(0.9, answers.answers().get(0).fit(), 1e-6);
        assertEquals(List.of("dark"), answers.objects().get(1).prompts());
        assertEquals("2 objects for 1 prompt", answers.toString());
    }

    @Test
    void itStandsBesidePointsAndBoxesInItsOrder() {
        Prompts prompts =
                Prompts.box(0, 0, 4, 3).and(new DarkestPrompt("dark", 3)).andPoint(7.5, 1.5);
        Answers answers = select(prompts);
        assertEquals(List.of(12, 6, 4, 8), areas(answers));
        assertEquals(List.of("dark", "point1"), answers.objects().get(3).prompts());
        assertEquals("1 point, 1 box, 1 darkest", prompts.toString());
    }

    @Test
    void backgroundPointsBindItToo() {
        Prompts prompts = Prompts.none().and(new DarkestPrompt("dark", 9)).andBackground(13.5, 5.5);
        assertEquals(List.of(4, 8), areas(select(prompts)));
    }

    @Test
    void itIsUnmatchedWhereNothingFits() {
        Prompts prompts =
                Prompts.none()
                        .and(new DarkestPrompt("dark", 9))
                        .andBackground(13.5, 5.5)
                        .andBackground(7.5, 1.5)
                        .andBackground(18, 8);
        assertEquals(List.of("dark"), select(prompts).unmatched());
    }

    @Test
    void itHasNoGeometryToDraw() {
        assertTrue(new DarkestPrompt("dark", 1).shape(null).isEmpty());
    }

    @Test
    void withoutPixelsItIsAnErrorThatSaysWhatToGive() {
        Prompts prompts = Prompts.none().and(new DarkestPrompt("dark", 2));
        Exception e = assertThrows(IllegalStateException.class, () -> FOUR.select(prompts));
        assertTrue(e.getMessage().contains("Selector.withPixels"), e.getMessage());
    }
}
