package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

class PlaneContrastTest {

    @ParameterizedTest
    @CsvSource({"0.1,99.9", "0,100", "25,50", "50,50", "2,3"})
    void smallPlanesAreExact(double low, double high) throws IOException {
        Size size = new Size(701, 503);
        float[] values = noise(size);
        for (PixelType type : List.of(PixelType.UINT8, PixelType.UINT16, PixelType.FLOAT32)) {
            float[] stored = values.clone();
            if (type != PixelType.FLOAT32) {
                int mask = type == PixelType.UINT8 ? 0xff : 0xffff;
                IntStream.range(0, stored.length).forEach(i -> stored[i] = (int) values[i] & mask);
            }
            PlaneSource plane =
                    new ComputedSource(
                            type, new Size(64, 32), (x, y) -> stored[y * size.width() + x], size);
            assertEquals(
                    ValueRange.ofPercentiles(stored, low, high),
                    PlaneContrast.ofPercentiles(plane, PlaneIndex.FIRST, low, high),
                    type.toString());
        }
    }

    @Test
    void numbersThatAreNotFiniteTakeNoPart() throws IOException {
        double[] values = {Double.NaN, 3, Double.POSITIVE_INFINITY, -2, 5, Double.NaN};
        PlaneSource plane =
                new ComputedSource(
                        PixelType.FLOAT32,
                        new Size(2, 2),
                        (x, y) -> values[3 * y + x],
                        new Size(3, 2));
        assertEquals(new ValueRange(-2, 3), percentiles(plane, 0, 50));
        PlaneSource none =
                new ComputedSource(
                        PixelType.FLOAT32, new Size(2, 2), (x, y) -> Double.NaN, new Size(3, 2));
        assertEquals(new ValueRange(0, 0), percentiles(none, 0, 100));
    }

    @Test
    void aDarkPlaneWithFewBrightPixelsGivesItsExtremes() throws IOException {
        PlaneSource plane =
                new ComputedSource(
                        PixelType.UINT16,
                        new Size(16, 16),
                        (x, y) -> x == 70 && y == 90 ? 4000 : 7,
                        new Size(200, 100));
        assertEquals(new ValueRange(7, 4000), percentiles(plane, 0.1, 99.9));
    }

    @Test
    void colorsStayAsTheyAreAndGrayOnesAreStretched() throws IOException {
        Size size = new Size(100, 50);
        PlaneSource gray =
                new ComputedSource(PixelType.RGB, size, (x, y) -> (20 + x) * 0x010101, size);
        assertEquals(new ValueRange(20, 119), percentiles(gray, 0, 100));
        PlaneSource colored =
                new ComputedSource(
                        PixelType.RGB, size, (x, y) -> x == 3 && y == 2 ? 0x102030 : 0, size);
        assertEquals(new ValueRange(0, 255), percentiles(colored, 0, 100));
    }

    @ParameterizedTest
    @CsvSource({"256,256", "40000,1", "40000,40000"})
    void aHugePlaneIsEstimatedFromAFewParts(int width, int height) throws IOException {
        // Evenly distributed from 0 to 9999, so that percentiles are known.
        ComputedSource.Values values = (x, y) -> (x * 7919L + y * 104729L) % 10000;
        ComputedSource plane =
                new ComputedSource(
                        PixelType.UINT16, new Size(width, height), values, new Size(40000, 40000));
        ValueRange range = percentiles(plane, 1, 90);
        assertEquals(100, range.low(), 20);
        assertEquals(9000, range.high(), 20);
        assertTrue(
                plane.pixelsRead() > 1 << 24 && plane.pixelsRead() < 1L << 26,
                plane.pixelsRead() + "");
    }

    @Test
    void theEstimateOfAHugePlaneDoesNotDependOnItsStorage() throws IOException {
        // Bright only in places, so that other parts would give other values.
        ComputedSource.Values values = (x, y) -> x * 31L % 977 + (x / 700 * (y / 900) % 7) * 5000;
        Size full = new Size(30_000, 20_000);
        Size small = new Size(3000, 2000);
        for (Size[] levels : new Size[][] {{full}, {full, small}}) {
            List<ValueRange> ranges = new ArrayList<>();
            for (String block : List.of("30000x1", "30000x20000", "256x256", "1000x1", "777x333")) {
                String[] sides = block.split("x");
                Size stored = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
                PlaneSource plane = new ComputedSource(PixelType.UINT16, stored, values, levels);
                ranges.add(percentiles(plane, 7.3, 91.7));
            }
            assertEquals(Collections.nCopies(5, ranges.get(0)), ranges);
        }
    }

    @ParameterizedTest
    @CsvSource({"40000, 40000", "70000000, 1", "1, 70000000", "100, 900000", "9000, 8000"})
    void partsLieAllOverAHugePlane(int width, int height) throws IOException {
        Size size = new Size(width, height);
        PlaneSource plane = new ComputedSource(PixelType.UINT8, size, (x, y) -> 0, size);
        List<Region> parts =
                SamplePlan.of(plane, PlaneIndex.FIRST).stream().map(s -> s.region()).toList();
        long pixels = parts.stream().mapToLong(Region::area).sum();
        assertTrue(pixels > 30_000_000 && pixels < 40_000_000, pixels + "");
        assertEquals(parts.size(), new HashSet<>(parts).size());
        for (long tenth = 0; tenth < 10; tenth++) {
            int x = (int) (tenth * width / 10);
            int y = (int) (tenth * height / 10);
            int xEnd = Math.max(x + 1, (int) ((tenth + 1) * width / 10));
            int yEnd = Math.max(y + 1, (int) ((tenth + 1) * height / 10));
            assertTrue(parts.stream().anyMatch(p -> p.x() < xEnd && p.xEnd() > x));
            assertTrue(parts.stream().anyMatch(p -> p.y() < yEnd && p.yEnd() > y));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 27})
    void tissueInACornerIsSeenThroughASmallLevel(int factor) throws IOException {
        // 1000 x 1000 of 20 000 x 20 000 pixels (0.25 %) are bright: just above the 99.9th
        // percentile's share, in 4 of 1600 units.
        ComputedSource.Values values =
                (x, y) -> x >= 19000 && y < 1000 ? 3000 + (x + y) % 1000 : (x + y) % 100;
        Size full = new Size(20000, 20000);
        Size small = new Size(20000 / (2 * factor), 20000 / (2 * factor));
        ComputedSource plane =
                new ComputedSource(PixelType.UINT16, new Size(256, 256), values, full, small);
        ValueRange range = percentiles(plane, 0.1, 99.9);
        assertEquals(0, range.low(), 3);
        assertTrue(range.high() >= 3000 && range.high() < 4000, range.toString());
        assertTrue(plane.pixelsRead() < 1L << 26, plane.pixelsRead() + "");
    }

    private static ValueRange percentiles(PlaneSource plane, double low, double high)
            throws IOException {
        return PlaneContrast.ofPercentiles(plane, PlaneIndex.FIRST, low, high);
    }

    private static float[] noise(Size size) {
        Random random = new Random(5);
        float[] values = new float[(int) size.area()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (200 * random.nextGaussian() + 1000.5);
        }
        return values;
    }
}
