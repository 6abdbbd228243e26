package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FloatCountsTest {

    @Test
    void percentilesAreTheSortedValuesAtTheNearestRank() {
        float[] values = new float[1001];
        Random random = new Random(5);
        for (int i = 0; i < values.length; i++) {
            values[i] = (random.nextFloat() - 0.3f) * 1000;
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        FloatCounts order = counted(values);
        for (double percent : new double[] {0, 0.1, 12.3, 50, 99.9, 100}) {
            assertEquals(
                    sorted[(int) Math.round(percent * 10)], percentile(order, percent, values));
        }
    }

    @Test
    void negativeZeroAndSubnormalValuesKeepTheirOrder() {
        float[] values = {Float.MIN_VALUE, -1, 0f, -Float.MIN_VALUE, 2};
        FloatCounts order = counted(values);
        assertEquals(-1, percentile(order, 0, values));
        assertEquals(-Float.MIN_VALUE, percentile(order, 25, values));
        assertEquals(0, percentile(order, 50, values));
        assertEquals(Float.MIN_VALUE, percentile(order, 75, values));
        assertEquals(2, percentile(order, 100, values));
    }

    @Test
    void nanAndInfiniteValuesAreNotCounted() {
        float[] values = {
            Float.NaN, 3, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1, -Float.NaN
        };
        FloatCounts order = counted(values);
        assertEquals(1, percentile(order, 0, values));
        assertEquals(3, percentile(order, 100, values));
    }

    @Test
    void piecesCountAsOftenAsTheyStandFor() {
        FloatCounts counts = new FloatCounts();
        counts.add(new float[] {5, 1}, 1);
        counts.add(new float[] {7}, 3);
        FloatCounts.Quantile middle = counts.quantile(50);
        middle.add(new float[] {5, 1}, 1);
        middle.add(new float[] {7}, 3);
        assertEquals(7, middle.value());
        assertEquals(new ValueRange(1, 7), counts.extremes());
    }

    @Test
    void withoutAFiniteValueItIsEmpty() {
        assertTrue(counted(new float[] {Float.NaN, Float.POSITIVE_INFINITY}).isEmpty());
    }

    private static FloatCounts counted(float[] values) {
        FloatCounts counts = new FloatCounts();
        counts.add(values, 1);
        return counts;
    }

    private static float percentile(FloatCounts counts, double percent, float[] values) {
        FloatCounts.Quantile quantile = counts.quantile(percent);
        quantile.add(values, 1);
        return quantile.value();
    }
}
