package sc.fiji.fastsam.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.settings.DetectionSettings;
import sc.fiji.fastsam.tensor.Tensor;

class SuppressionTest {

    @Test
    void aBoxThatOverlapsABetterOneIsDropped() {
        Candidate better = candidate(0.9f, 0, 0, 10, 4, 0);
        Candidate worse = candidate(0.8f, 1, 0, 11, 4, 1); // IoU 36 / 44 = 0.818
        assertEquals(List.of(better), Suppression.suppress(List.of(worse, better), 0.8));
        assertEquals(List.of(better, worse), Suppression.suppress(List.of(worse, better), 0.82));
    }

    @Test
    void anIouEqualToTheLimitStays() {
        Candidate a = candidate(0.9f, 0, 0, 9, 1, 0);
        Candidate b = candidate(0.8f, 0, 0, 10, 1, 1);
        assertEquals(List.of(a, b), Suppression.suppress(List.of(a, b), 0.9));
    }

    @Test
    void aDroppedBoxDropsNoOther() {
        Candidate a = candidate(0.9f, 0, 0, 10, 4, 0);
        Candidate b = candidate(0.8f, 3, 0, 13, 4, 1);
        Candidate c = candidate(0.7f, 6, 0, 16, 4, 2);
        assertEquals(List.of(a, c), Suppression.suppress(List.of(a, b, c), 0.5));
    }

    @Test
    void theClassMakesNoDifference() {
        Candidate a = new Candidate(new Box(0, 0, 10, 4), 0.9f, 3, 0);
        Candidate b = new Candidate(new Box(0, 0, 10, 4), 0.8f, 7, 1);
        assertEquals(List.of(a), Suppression.suppress(List.of(a, b), 0.7));
    }

    @Test
    void equalScoresAreOrderedFromTopToBottomThenLeftToRight() {
        Candidate low = candidate(0.5f, 0, 9, 5, 12, 0);
        Candidate right = candidate(0.5f, 8, 1, 12, 3, 1);
        Candidate left = candidate(0.5f, 2, 1, 6, 3, 2);
        Candidate best = candidate(0.6f, 50, 50, 55, 60, 3);
        List<Candidate> candidates = new ArrayList<>(List.of(low, right, left, best));
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(candidates, new Random(i));
            assertEquals(List.of(best, left, right, low), Suppression.suppress(candidates, 0.7));
        }
    }

    @Test
    void onlyTheBestStayUnderALimitAndTheCutIsCounted() {
        Proposals decoded = decoded(new Random(5), 30);
        Detections all = Suppression.suppress(decoded, new DetectionSettings(0, 1, 0));
        Detections seven = Suppression.suppress(decoded, new DetectionSettings(0, 1, 7));
        assertEquals(30, all.detections().size());
        assertEquals(0, all.cut());
        assertEquals(23, seven.cut());
        assertEquals(
                all.detections().subList(0, 7).stream().map(Detection::score).toList(),
                seven.detections().stream().map(Detection::score).toList());
    }

    @Test
    void coefficientsAreReadForKeptBoxesOnly() {
        Candidate kept = candidate(0.9f, 0, 0, 10, 4, 4);
        Candidate dropped = candidate(0.8f, 0, 0, 10, 4, 6);
        List<Integer> read = new ArrayList<>();
        Coefficients coefficients =
                row -> {
                    read.add(row);
                    return new float[] {row};
                };
        Proposals decoded =
                new Proposals(List.of(kept, dropped), coefficients, Tensor.zeros(1, 2, 2));
        Detections result = Suppression.suppress(decoded, DetectionSettings.DEFAULT);
        assertEquals(List.of(4), read);
        assertArrayEquals(new float[] {4}, result.detections().get(0).coefficients());
    }

    @Test
    void nothingInGivesNothingOut() {
        assertEquals(List.of(), Suppression.suppress(List.of(), 0.7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.45, 0.7, 0.9, 1})
    void theIndexChangesNothing(double iou) {
        for (int seed = 0; seed < 5; seed++) {
            List<Candidate> candidates = decoded(new Random(seed), 700).candidates();
            assertEquals(naive(candidates, iou), Suppression.suppress(candidates, iou));
        }
    }

    private static List<Candidate> naive(List<Candidate> sorted, double iou) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : sorted) {
            Box box = candidate.boxInNetwork();
            if (kept.stream().noneMatch(k -> k.boxInNetwork().iou(box) > (float) iou)) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    /** Boxes of 1 to 256 pixels, in clusters, scores with ties. */
    private static Proposals decoded(Random random, int count) {
        List<Candidate> candidates = new ArrayList<>();
        Box last = new Box(0, 0, 9, 5);
        for (int i = 0; i < count; i++) {
            float side = 1 << random.nextInt(9);
            Box fresh =
                    Box.ofCenter(
                            random.nextFloat() * 600,
                            random.nextFloat() * 300,
                            side * (0.5f + random.nextFloat()),
                            side * (0.5f + random.nextFloat()));
            float shift = last.width() * 0.1f * random.nextFloat();
            last = i % 3 == 0 ? fresh : last.translate(shift, -shift / 2);
            candidates.add(new Candidate(last, random.nextInt(100) / 100f, 0, i));
        }
        candidates.sort(Candidate.BEST_FIRST);
        return new Proposals(candidates, row -> new float[0], Tensor.zeros(0, 1, 1));
    }

    private static Candidate candidate(
            float score, float x0, float y0, float x1, float y1, int row) {
        return new Candidate(new Box(x0, y0, x1, y1), score, 0, row);
    }
}
