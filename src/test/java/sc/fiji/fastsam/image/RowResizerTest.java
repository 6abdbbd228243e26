package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowResizerTest {

    private static final int FROM = 3;

    /** NB: lengths at which rounding leaves a weight of 1e-12 and more to a pixel too far out. */
    @ParameterizedTest
    @CsvSource({
        "21359, 20817",
        "10161, 9297",
        "23323, 19471",
        "12722, 12278",
        "33666, 31830",
        "400003, 1024",
        "1000003, 999979"
    })
    void longRowsShrinkToTheirWeightedSums(int in, int out) {
        assertWeighted(in, out, new Random(1));
    }

    @Test
    void soDoAllShortOnes() {
        Random random = new Random(2);
        for (int in = 1; in <= 90; in++) {
            for (int out = 1; out <= 2 * in; out++) {
                assertWeighted(in, out, random);
            }
        }
    }

    @Test
    void soDoManyOthers() {
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            int in = 2 + random.nextInt(2 << random.nextInt(16));
            assertWeighted(in, 1 + random.nextInt(in), random);
        }
    }

    /** NB: each in an array of its own, behind others, or none would have to write anything. */
    private static void assertWeighted(int in, int out, Random random) {
        AxisWeights weights = AxisWeights.of(in, out, true);
        float[] table = new float[1 << 16];
        short[] stored = new short[FROM + in];
        byte[] bytes = new byte[FROM + in];
        float[] ofShorts = new float[FROM + in];
        float[] ofBytes = new float[FROM + in];
        for (int i = 0; i < FROM + in; i++) {
            stored[i] = (short) random.nextInt(1 << 16);
            bytes[i] = (byte) random.nextInt(256);
            table[stored[i] & 0xffff] = (stored[i] & 0xffff) / 65535f;
            table[bytes[i] & 0xff] = (bytes[i] & 0xff) / 65535f;
        }
        for (int i = 0; i < FROM + in; i++) {
            ofShorts[i] = table[stored[i] & 0xffff];
            ofBytes[i] = table[bytes[i] & 0xff];
        }
        String what = in + " to " + out;
        RowResizer resizer = new RowResizer(weights);
        float[] expected = expected(ofShorts, weights);
        float[] found = new float[out];
        resizer.resize(ofShorts, FROM, found);
        assertArrayEquals(expected, found, 1e-6f, what);
        assertEquals(weights.taps() > 2 && out < in, resizer.shrinks(), what);
        if (resizer.shrinks()) {
            found = new float[out];
            resizer.shrink(stored, table, FROM, found);
            assertArrayEquals(expected, found, 1e-6f, what);
            found = new float[out];
            resizer.shrink(bytes, table, FROM, found);
            assertArrayEquals(expected(ofBytes, weights), found, 1e-6f, what);
        }
    }

    private static float[] expected(float[] row, AxisWeights weights) {
        float[] expected = new float[weights.outLength()];
        for (int x = 0; x < expected.length; x++) {
            for (int i = 0; i < weights.taps(); i++) {
                expected[x] += row[FROM + weights.first(x) + i] * weights.weight(x, i);
            }
        }
        return expected;
    }
}
