package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import java.awt.Polygon;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.testing.Drawn;

class MaskRoisTest {

    @Test
    void namesAreRoundedAsTheFormatHasThem() {
        for (int i = 0; i <= 4000; i++) {
            float score = i / 4000f;
            assertEquals(
                    String.format(Locale.ROOT, "%05d-%.2f", i, score),
                    ObjectRois.name(i, 5, score));
        }
        assertEquals("123456-0.13", ObjectRois.name(123456, 4, 0.125f));
    }

    @Test
    void onePixelIsASquareOfFourVertices() {
        Roi roi = MaskRois.toRoi(Drawn.mask(70, 3, "#"));
        assertEquals(Roi.TRACED_ROI, roi.getType());
        Polygon p = roi.getPolygon();
        assertArrayEquals(new int[] {70, 71, 71, 70}, p.xpoints);
        assertArrayEquals(new int[] {3, 3, 4, 4}, p.ypoints);
    }

    @Test
    void anLShapeHasSixVerticesClockwiseFromTheTopLeft() {
        Border border = BorderTracer.trace(Drawn.mask(2, 1, "#..", "###")).get(0);
        assertArrayEquals(new int[] {2, 3, 3, 5, 5, 2}, border.x());
        assertArrayEquals(new int[] {1, 1, 2, 2, 3, 3}, border.y());
    }

    @Test
    void aMaskWithoutHolesIsATracedPolygon() {
        Mask mask = Drawn.mask(60, 5, ".####.", "######", "##..##", "##....");
        assertInstanceOf(PolygonRoi.class, assertRoundTrip(mask));
    }

    @Test
    void holesAreKept() {
        Mask mask = Drawn.mask(3, 2, "#######", "#.#...#", "#.#.#.#", "#...#.#", "#######");
        assertInstanceOf(ShapeRoi.class, assertRoundTrip(mask));
        assertEquals(2, BorderTracer.trace(mask).size());
    }

    @Test
    void anIslandInAHoleIsKept() {
        Mask mask = Drawn.mask(0, 0, "#####", "#...#", "#.#.#", "#...#", "#####");
        assertRoundTrip(mask);
        assertEquals(3, BorderTracer.trace(mask).size());
    }

    @Test
    void separatePartsAreKept() {
        assertInstanceOf(ShapeRoi.class, assertRoundTrip(Drawn.mask(9, 0, "##..#", "#...#")));
    }

    @Test
    void partsThatTouchAtACornerAreOnePolygon() {
        Mask mask = Drawn.mask(62, 7, "##..", "##..", "..##", ".#..");
        assertInstanceOf(PolygonRoi.class, assertRoundTrip(mask));
    }

    @Test
    void holesThatTouchAtCornersAreKept() {
        Mask mask = Drawn.mask(0, 1, "#####", "#.###", "##.##", "###.#", "#####", "#.###");
        assertRoundTrip(mask);
        assertEquals(4, BorderTracer.trace(mask).size());
    }

    @Test
    void aHoleThatTouchesTheOutsideAtACornerIsAHole() {
        Mask mask = Drawn.mask(0, 0, ".####", "#.###", "#####");
        assertRoundTrip(mask);
        assertEquals(2, BorderTracer.trace(mask).size());
    }

    @Test
    void randomMasksComeBackToThePixelAlsoThroughAFile() throws Exception {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            double density = random.nextDouble();
            MaskBuilder builder = new MaskBuilder(new Region(random.nextInt(200), 3, 70, 11));
            for (int k = 0; k < 400; k++) {
                int x = random.nextInt(270);
                int y = random.nextInt(14);
                if (random.nextDouble() < density) {
                    builder.addRun(y, x, x + 1 + random.nextInt(4));
                }
            }
            builder.add(Drawn.mask(200, 5, "#"));
            Mask mask = builder.toMask();
            Roi roi = mask.isEmpty() ? null : assertRoundTrip(mask);
            if (roi != null) {
                byte[] bytes = RoiEncoder.saveAsByteArray(roi);
                assertEquals(mask, MaskRois.toMask(new RoiDecoder(bytes, "x").getRoi()));
            }
        }
    }

    @Test
    void pixelsInTheLastColumnsOfALargeImageComeBack() {
        assertRoundTrip(Drawn.mask(59_990, 40_000, "##.##", ".###."));
        assertRoundTrip(Drawn.mask(59_990, 40_000, "#####", "#.#.#", "#####"));
    }

    @Test
    void rectanglesOvalsAndRegionsOverTheEdgeBecomeMasks() {
        assertEquals(Drawn.mask(-2, 4, "###", "###"), MaskRois.toMask(new Roi(-2, 4, 3, 2)));
        assertEquals(
                Drawn.mask(5, 6, ".##.", "####", "####", ".##."),
                MaskRois.toMask(new OvalRoi(5, 6, 4, 4)));
    }

    @Test
    void linesAndPointsHaveNoPixels() {
        assertTrue(MaskRois.toMask(new Line(0, 0, 5, 7)).isEmpty());
        assertTrue(MaskRois.toMask(new PointRoi(3, 4)).isEmpty());
    }

    @Test
    void boundsOfMoreThan2To31PixelsAreTraced() {
        Region all = new Region(3, 5, 65_537, 33_000);
        MaskBuilder builder = new MaskBuilder(all);
        builder.addRun(5, 3, 5);
        builder.addRun(33_004, 65_539, 65_540);
        List<Border> borders = BorderTracer.trace(builder.toMask());
        assertEquals(2, borders.size());
        assertEquals(2, borders.get(0).area());
        assertEquals(new Region(3, 5, 2, 1), borders.get(0).bounds());
        assertEquals(new Region(65_539, 33_004, 1, 1), borders.get(1).bounds());
    }

    @Test
    void anEmptyMaskIsRefused() {
        Mask empty = Mask.ofRegion(new Region(3, 4, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> MaskRois.toRoi(empty));
        assertEquals(List.of(), BorderTracer.trace(empty));
    }

    private static Roi assertRoundTrip(Mask mask) {
        Roi roi = MaskRois.toRoi(mask);
        assertEquals(mask, MaskRois.toMask(roi));
        assertEquals(mask.bounds(), region(roi));
        return roi;
    }

    private static Region region(Roi roi) {
        return new Region(
                roi.getBounds().x,
                roi.getBounds().y,
                roi.getBounds().width,
                roi.getBounds().height);
    }
}
