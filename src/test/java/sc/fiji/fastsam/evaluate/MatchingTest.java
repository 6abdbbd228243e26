package sc.fiji.fastsam.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Size;

class MatchingTest {

    private static final LabelImage TRUTH = labels("1110022", "1110022", "0000000", "3333008");

    @Test
    void objectsMatchByTheirOverlap() {
        Matching m = Matching.of(TRUTH, labels("4440055", "4440000", "0000000", "6660070"));
        assertEquals(4, m.truth());
        assertEquals(4, m.predicted());
        assertArrayEquals(new double[] {1, 0.75, 0.5}, m.ious());
        assertEquals(3, m.truePositives(0.5));
        assertEquals(1, m.falsePositives(0.5));
        assertEquals(1, m.falseNegatives(0.5));
        assertEquals(3.0 / 5, m.averagePrecision(0.5));
        assertEquals(2.0 / 6, m.averagePrecision(0.55), 1e-12);
        assertEquals(2.0 / 6, m.averagePrecision(0.75), 1e-12);
        assertEquals(1.0 / 7, m.averagePrecision(0.95), 1e-12);
        assertEquals((0.6 + 5 * 2.0 / 6 + 4 * 1.0 / 7) / 10, m.meanAveragePrecision(), 1e-12);
        assertEquals(0.75, m.meanMatchedIou());
    }

    @Test
    void idsMeanNothingButSameness() {
        Matching m = Matching.of(TRUTH, labels("9990077", "9990077", "0000000", "5555001"));
        assertArrayEquals(new double[] {1, 1, 1, 1}, m.ious());
        assertEquals(1, m.averagePrecision(0.95));
    }

    @Test
    void ofTwoHalvesOneCounts() {
        Matching m = Matching.of(labels("111111"), labels("222333"));
        assertArrayEquals(new double[] {0.5}, m.ious());
        assertEquals(0.5, m.averagePrecision(0.5));
        assertEquals(0.5, m.precision(0.5));
        assertEquals(1, m.recall(0.5));
        assertEquals(0, m.recall(0.55));
        assertArrayEquals(
                new double[] {0.5}, Matching.of(labels("222333"), labels("111111")).ious());
    }

    @Test
    void oneObjectOverTwoMatchesTheLarger() {
        Matching m = Matching.of(labels("1111223"), labels("5555500"));
        assertArrayEquals(new double[] {0.8}, m.ious());
        assertEquals(1.0 / 3, m.averagePrecision(0.5));
        m = Matching.of(labels("1110333"), labels("0022333"));
        assertArrayEquals(new double[] {1}, m.ious());
        assertEquals(1, m.meanMatchedIou());
        assertEquals(1, m.falsePositives(0.5));
    }

    @Test
    void nothingToFindAndNothingFoundIsPerfect() {
        Matching m = Matching.of(labels("000"), labels("000"));
        assertEquals(1, m.averagePrecision(0.5));
        assertEquals(1, m.precision(0.5));
        assertTrue(Double.isNaN(m.meanMatchedIou()));
        assertEquals(0, Matching.of(labels("000"), labels("010")).averagePrecision(0.5));
        assertEquals(0, Matching.of(labels("010"), labels("000")).recall(0.5));
    }

    @Test
    void poolingCountsAllObjects() {
        Matching a = new Matching(3, 2, new double[] {0.9, 0.6});
        Matching b = new Matching(10, 5, new double[] {0.95, 0.7});
        Matching pooled = Matching.pool(List.of(a, b));
        assertArrayEquals(new double[] {0.95, 0.9, 0.7, 0.6}, pooled.ious());
        assertEquals(4.0 / (13 + 7 - 4), pooled.averagePrecision(0.5));
        assertEquals(2.0 / (13 + 7 - 2), pooled.averagePrecision(0.75));
    }

    @Test
    void otherSizesAndLowThresholdsAreRefused() {
        Exception size =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Matching.of(labels("000"), labels("00", "00")));
        assertEquals(
                "is 2 x 2, but the truth is 3 x 1. Both must have the same size.",
                size.getMessage());
        Matching m = new Matching(1, 1, new double[] {0.9});
        assertThrows(IllegalArgumentException.class, () -> m.truePositives(0.4));
    }

    private static LabelImage labels(String... rows) {
        int[] ids = String.join("", rows).chars().map(c -> c - '0').toArray();
        return new LabelImage(new Size(rows[0].length(), rows.length), ids);
    }
}
