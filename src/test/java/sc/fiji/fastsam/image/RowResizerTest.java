package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowResizerTest {

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

    private static void assertWeighted(int in, int out, Random random) {
        AxisWeights weights = AxisWeights.of(in, out, true);
        float[] row = new float[in];
        short[] stored = new short[in];
        byte[] bytes = new byte[in];
        float[] table = new float[1 << 16];
        for (int i = 0; i < in; i++) {
            bytes[i] = (byte) random.nextInt(256);
            stored[i] = (short) (bytes[i] & 0xff);
            row[i] = (bytes[i] & 0xff) / 255f;
            table[bytes[i] & 0xff] = row[i];
        }
        float[] expected = new float[out];
        for (int x = 0; x < out; x++) {
            for (int i = 0; i < weights.taps(); i++) {
                expected[x] += row[weights.first(x) + i] * weights.weight(x, i);
            }
        }
        String what = in + " to " + out;
        RowResizer resizer = new RowResizer(weights);
        float[] found = new float[out];
        resizer.resize(row, 0, found);
        assertArrayEquals(expected, found, 1e-6f, what);
        if (resizer.shrinks()) {
            resizer.shrink(stored, table, 0, found);
            assertArrayEquals(expected, found, 1e-6f, what);
            resizer.shrink(bytes, table, 0, found);
            assertArrayEquals(expected, found, 1e-6f, what);
        }
    }
}
