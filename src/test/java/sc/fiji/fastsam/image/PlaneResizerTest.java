package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

class PlaneResizerTest {

    private static final Size SIZE = new Size(91, 77);

    private static RgbImage image() {
        float[] values = new float[91 * 77];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 7919 % 1013 / 1013f;
        }
        return RgbImage.gray(SIZE, values);
    }

    @ParameterizedTest
    @CsvSource({"40, 30", "7, 5", "2, 2", "91, 77", "130, 100", "20, 77", "91, 9"})
    void eachPixelIsTheWeightedSumOfRowsOfWeightedSums(int width, int height) {
        Region source = new Region(3, 2, 84, 70);
        float[] pixels = resized(source, width, height, 1);
        AxisWeights columns = AxisWeights.of(84, width, true);
        AxisWeights rows = AxisWeights.of(70, height, true);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int j = 0; j < rows.taps(); j++) {
                    float inRow = 0;
                    for (int i = 0; i < columns.taps(); i++) {
                        int at = (2 + rows.first(y) + j) * 91 + 3 + columns.first(x) + i;
                        inRow += image().red()[at] * columns.weight(x, i);
                    }
                    sum += inRow * rows.weight(y, j);
                }
                // NB: to the last bit, as results must not depend on how fast they are made.
                assertEquals(sum, pixels[5 + y * (width + 4) + x], x + " " + y);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"40, 30", "7, 5", "2, 2", "130, 100"})
    void partsMakeTheWhole(int width, int height) {
        Region source = new Region(3, 2, 84, 70);
        float[] whole = resized(source, width, height, 1);
        for (int parts : new int[] {2, 3, 4, 50}) {
            assertArrayEquals(whole, resized(source, width, height, parts), parts + " parts");
        }
    }

    private static float[] resized(Region source, int width, int height, int parts) {
        float[] pixels = new float[5 + (width + 4) * height];
        new PlaneResizer(source, new Size(width, height), true, parts)
                .resize(image(), List.of(new PlaneResizer.Target(pixels, 5)), width + 4);
        return pixels;
    }
}
