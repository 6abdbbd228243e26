package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

    @Test
    void percentilesAreTheSortedValuesAtTheNearestRank() {
        float[] values = new float[1001];
        Random random = new Random(5);
        for (int i = 0; i < values.length; i++) {
            values[i] = (random.nextFloat() - 0.3f) * 1000;
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        OrderStatistics order = OrderStatistics.ofFinite(values);
        for (double percent : new double[] {0, 0.1, 12.3, 50, 99.9, 100}) {
            assertEquals(sorted[(int) Math.round(percent * 10)], order.percentile(percent));
        }
    }

    @Test
    void negativeZeroAndSubnormalValuesKeepTheirOrder() {
        float[] values = {Float.MIN_VALUE, -1, 0f, -Float.MIN_VALUE, 2};
        OrderStatistics order = OrderStatistics.ofFinite(values);
        assertEquals(-1, order.percentile(0));
        assertEquals(-Float.MIN_VALUE, order.percentile(25));
        assertEquals(0, order.percentile(50));
        assertEquals(Float.MIN_VALUE, order.percentile(75));
        assertEquals(2, order.percentile(100));
    }

    @Test
    void nanAndInfiniteValuesAreNotCounted() {
        float[] values = {
            Float.NaN, 3, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1, -Float.NaN
        };
        OrderStatistics order = OrderStatistics.ofFinite(values);
        assertEquals(2, order.count());
        assertEquals(1, order.percentile(0));
        assertEquals(3, order.percentile(100));
    }
}
