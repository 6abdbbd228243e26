package sc.fiji.fastsam.imagej.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.gui.Roi;
import ij.process.FloatPolygon;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.testing.Drawn;

class ConvexHullTest {

    @Test
    void cornersGoCounterclockwiseFromTheTopmostLeft() {
        // Outline of
        //  .#.
        //  ###   whose hull leaves out the two inner corners.
        Roi roi = MaskRois.toRoi(Drawn.mask(10, 20, ".#.", "###"));
        FloatPolygon hull = ConvexHull.of(roi);
        assertArrayEquals(new float[] {11, 10, 10, 13, 13, 12}, corners(hull.xpoints, hull));
        assertArrayEquals(new float[] {20, 21, 22, 22, 21, 20}, corners(hull.ypoints, hull));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30_000})
    void hullsAreThoseOfImageJ(int place) {
        Random random = new Random(place);
        for (int i = 0; i < 300; i++) {
            Roi roi = MaskRois.toRoi(blob(random, place));
            assertEqual(roi.getFloatConvexHull(), ConvexHull.of(roi));
        }
    }

    @Test
    void pointsOffTheGridAndOnOneLineAreSeenToToo() {
        assertAsImageJ(new float[] {0.5f, 3, 2, 1}, new float[] {0, 1.25f, 4, 2});
        assertAsImageJ(new float[] {4, 1, 9, 2}, new float[] {3, 3, 3, 3});
        assertAsImageJ(new float[] {4, 4, 4}, new float[] {3, 9, 5});
        assertAsImageJ(new float[] {4}, new float[] {3});
    }

    private static void assertAsImageJ(float[] x, float[] y) {
        FloatPolygon outline = new FloatPolygon(x, y);
        assertEqual(outline.getConvexHull(), ConvexHull.of(outline));
    }

    private static void assertEqual(FloatPolygon expected, FloatPolygon hull) {
        assertArrayEquals(corners(expected.xpoints, expected), corners(hull.xpoints, hull));
        assertArrayEquals(corners(expected.ypoints, expected), corners(hull.ypoints, hull));
        assertEquals(expected.npoints, hull.npoints);
    }

    private static float[] corners(float[] values, FloatPolygon polygon) {
        return Arrays.copyOf(values, polygon.npoints);
    }

    /** Rectangles that touch or do not, of 1 to 40 pixels a side. */
    private static Mask blob(Random random, int place) {
        Mask mask = Mask.ofRegion(region(random, place));
        for (int i = random.nextInt(5); i > 0; i--) {
            mask = mask.union(Mask.ofRegion(region(random, place)));
        }
        return mask;
    }

    private static Region region(Random random, int place) {
        return new Region(
                place + random.nextInt(60),
                place / 2 + random.nextInt(60),
                1 + random.nextInt(40),
                1 + random.nextInt(40));
    }
}
