package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueRangeTest {

    @Test
    void stretchClipsAndMapsNonFiniteValues() {
        float[] values = {
            -5, 10, 15, 20, 99, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
        };
        float[] expected = {0, 0, 0.5f, 1, 1, 0, 1, 0};
        assertArrayEquals(expected, new ValueRange(10, 20).stretch(values));
    }

    @Test
    void aFlatPlaneBecomesZero() {
        float[] values = {7, 7, 7};
        ValueRange range = ValueRange.ofPercentiles(values, 0.1, 99.9);
        assertTrue(range.isFlat());
        assertArrayEquals(new float[3], range.stretch(values));
    }

    @Test
    void aPlaneOfNanBecomesZero() {
        float[] values = {Float.NaN, Float.NaN};
        assertArrayEquals(
                new float[2], ValueRange.ofPercentiles(values, 0.1, 99.9).stretch(values));
    }

    @Test
    void fewBrightPixelsOnAnEvenGroundAreNotLost() {
        float[] values = new float[10_000];
        values[17] = 200;
        ValueRange range = ValueRange.ofPercentiles(values, 0.1, 99.9);
        assertEquals(new ValueRange(0, 200), range);
    }

    @Test
    void percentilesLeaveOutliersAside() {
        float[] values = new float[1001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        values[1000] = 1e9f;
        assertEquals(new ValueRange(1, 999), ValueRange.ofPercentiles(values, 0.1, 99.9));
    }

    @Test
    void aHistogramGivesTheRangeOfItsValues() {
        Random random = new Random(3);
        for (int size : new int[] {1, 2, 3, 700, 5001}) {
            float[] values = new float[size];
            int[] histogram = new int[256];
            for (int i = 0; i < size; i++) {
                int value = (int) Math.min(255, Math.abs(40 * random.nextGaussian()));
                values[i] = value;
                histogram[value]++;
            }
            for (double low : new double[] {0, 0.1, 3, 49.9}) {
                assertEquals(
                        ValueRange.ofPercentiles(values, low, 100 - low),
                        ValueRange.ofPercentiles(histogram, low, 100 - low));
            }
        }
        assertTrue(ValueRange.ofPercentiles(new int[256], 0, 100).isFlat());
    }
}
