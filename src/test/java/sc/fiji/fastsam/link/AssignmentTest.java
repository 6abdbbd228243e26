package sc.fiji.fastsam.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void theBestSumWinsOverTheBestPair() {
        List<Pair> pairs = List.of(new Pair(0, 0, 0.9), new Pair(0, 1, 0.8), new Pair(1, 0, 0.7));
        assertArrayEquals(new int[] {1, 0}, Assignment.of(2, 2, pairs));
        assertArrayEquals(new int[] {0, -1}, Greedy.match(2, 2, pairs));
    }

    @Test
    void aTrackIsGivenUpForABetterOne() {
        List<Pair> pairs = List.of(new Pair(0, 0, 0.4), new Pair(2, 0, 0.9));
        assertArrayEquals(new int[] {-1, -1, 0}, Assignment.of(3, 1, pairs));
    }

    @Test
    void withoutPairsNothingIsAssigned() {
        assertArrayEquals(new int[] {-1, -1}, Assignment.of(2, 0, List.of()));
    }

    @Test
    void noOtherAssignmentHasAGreaterSum() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int tracks = 1 + random.nextInt(5);
            int spots = 1 + random.nextInt(6);
            double[][] scores = new double[tracks][spots];
            List<Pair> pairs = new ArrayList<>();
            for (int t = 0; t < tracks; t++) {
                for (int s = 0; s < spots; s++) {
                    if (random.nextDouble() < 0.6) {
                        scores[t][s] = 0.01 + random.nextDouble();
                        pairs.add(new Pair(t, s, scores[t][s]));
                    }
                }
            }
            double sum = 0;
            int[] next = Assignment.of(tracks, spots, pairs);
            for (int t = 0; t < tracks; t++) {
                sum += next[t] < 0 ? 0 : scores[t][next[t]];
            }
            assertEquals(best(scores, 0, new boolean[spots]), sum, 1e-9, "seed " + seed);
        }
    }

    /** By trying all. */
    private static double best(double[][] scores, int track, boolean[] taken) {
        if (track == scores.length) {
            return 0;
        }
        double best = best(scores, track + 1, taken);
        for (int s = 0; s < taken.length; s++) {
            if (!taken[s] && scores[track][s] > 0) {
                taken[s] = true;
                best = Math.max(best, scores[track][s] + best(scores, track + 1, taken));
                taken[s] = false;
            }
        }
        return best;
    }
}
