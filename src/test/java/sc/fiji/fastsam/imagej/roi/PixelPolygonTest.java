package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.testing.Drawn;

class PixelPolygonTest {

    @Test
    void aShellGoesAroundItsHole() {
        List<PixelPolygon> polygons = of("#####", "#.###", "#####");
        assertEquals(List.of(1), holes(polygons));
        assertEquals(15, polygons.get(0).shell().area());
        assertEquals(-1, polygons.get(0).holes().get(0).area());
    }

    @Test
    void pixelsThatTouchAtACornerAreTwoPolygons() {
        assertEquals(List.of(0, 0), holes(of("##..", "##..", "..##", ".#..")).subList(0, 2));
    }

    /** As one polygon its hole would touch the shell four times and cut it up. */
    @Test
    void aDiamondIsFourPolygonsWithoutHole() {
        assertEquals(List.of(0, 0, 0, 0), holes(of(".#.", "#.#", ".#.")));
    }

    @Test
    void aShellThatTouchesItselfHasAHole() {
        assertEquals(List.of(1), holes(of("####", "#..#", "##.#", "#.##", "#..#")));
    }

    @Test
    void holesThatTouchAtACornerAreTwo() {
        assertEquals(List.of(2), holes(of("####", "#.##", "##.#", "####")));
    }

    @Test
    void anIslandInAHoleIsAPolygonAndHasHolesOfItsOwn() {
        List<PixelPolygon> polygons =
                of("#######", "#.....#", "#.###.#", "#.#.#.#", "#.###.#", "#.....#", "#######");
        assertEquals(List.of(1, 1), holes(polygons));
        assertEquals(-25, polygons.get(0).holes().get(0).area());
        assertEquals(-1, polygons.get(1).holes().get(0).area());
    }

    @Test
    void anEmptyMaskHasNone() {
        assertEquals(List.of(), PixelPolygon.of(Mask.ofRegion(new Region(0, 0, 0, 0))));
    }

    @Test
    void anyMaskIsCoveredByRingsThatNeverTouchThemselves() {
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            Mask mask = random(random, 0.2 + 0.6 * random.nextDouble());
            List<PixelPolygon> polygons = PixelPolygon.of(mask);
            polygons.forEach(PixelPolygonTest::assertSimple);
            for (int y = -3; y < 16; y++) {
                for (int x = 38; x < 72; x++) {
                    assertEquals(mask.contains(x, y) ? 1 : 0, count(polygons, x, y));
                }
            }
        }
    }

    private static List<PixelPolygon> of(String... rows) {
        return PixelPolygon.of(Drawn.mask(61, 4, rows));
    }

    /** Number of holes of each. */
    private static List<Integer> holes(List<PixelPolygon> polygons) {
        return polygons.stream().map(polygon -> polygon.holes().size()).toList();
    }

    private static Mask random(Random random, double share) {
        MaskBuilder builder = new MaskBuilder(new Region(40, -2, 30, 17));
        builder.add(41, 0);
        for (int y = -2; y < 15; y++) {
            for (int x = 40; x < 70; x++) {
                if (random.nextDouble() < share) {
                    builder.add(x, y);
                }
            }
        }
        return builder.toMask();
    }

    private static void assertSimple(PixelPolygon polygon) {
        assertTrue(polygon.shell().area() > 0);
        assertSimple(polygon.shell());
        for (Border hole : polygon.holes()) {
            assertTrue(hole.area() < 0);
            assertSimple(hole);
        }
    }

    private static void assertSimple(Border ring) {
        Set<List<Integer>> points = new HashSet<>();
        for (int i = 0; i < ring.x().length; i++) {
            assertTrue(points.add(List.of(ring.x()[i], ring.y()[i])), "passes a point twice");
        }
    }

    /** In how many polygons a pixel lies. */
    private static long count(List<PixelPolygon> polygons, int x, int y) {
        return polygons.stream()
                .filter(polygon -> polygon.shell().encloses(x, y))
                .filter(polygon -> polygon.holes().stream().noneMatch(h -> h.encloses(x, y)))
                .count();
    }
}
