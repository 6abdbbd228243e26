package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

class TilingTest {

    private final Tiling tiling = new Tiling(new Size(100, 80), 20, false);
    private final Tiling exact = new Tiling(new Size(100, 80), 20, true);

    @Test
    void aPlaneALittleLongerThanATileStaysWhole() {
        assertEquals(List.of(Tile.whole(new Size(125, 30))), tiling.cover(new Size(125, 30), 1));
    }

    @Test
    void aNetworkOfFixedSizeCutsItAllTheSame() {
        assertEquals(2, exact.cover(new Size(125, 30), 1).size());
    }

    @Test
    void tilesOverlapByAtLeastWhatWasAsked() {
        List<Tile> tiles = tiling.cover(new Size(260, 30), 1);
        assertEquals(3, tiles.size());
        assertEquals(new Region(0, 0, 100, 30), tiles.get(0).region());
        assertEquals(new Region(80, 0, 100, 30), tiles.get(1).region());
        assertEquals(new Region(160, 0, 100, 30), tiles.get(2).region());
    }

    @Test
    void tilesAreAsSmallAsTheirNumberAllows() {
        // 130 network pixels and an overlap of 20 in two tiles: 75 each.
        List<Tile> tiles = tiling.cover(new Size(130, 30), 1);
        assertEquals(
                List.of(new Region(0, 0, 75, 30), new Region(55, 0, 75, 30)),
                tiles.stream().map(Tile::region).toList());
        // 65 pixels are 130 at the network; 37.5 are the 75.
        assertEquals(
                List.of(new Region(0, 0, 38, 15), new Region(27, 0, 38, 15)),
                tiling.cover(new Size(65, 15), 2).stream().map(Tile::region).toList());
    }

    @ParameterizedTest
    @CsvSource({"1000,333,1", "517,901,0.37", "640,480,7.3", "99,4001,0.25", "3001,5003,0.9"})
    void tilesOfANetworkOfFixedSizeFillItAndOverlap(int width, int height, double gain) {
        List<Tile> tiles = exact.cover(new Size(width, height), gain);
        for (Tile tile : tiles) {
            Region r = tile.region();
            double x = r.width() * gain;
            double y = r.height() * gain;
            assertTrue(x <= 100 && (x > 100 - gain || r.width() == width), x + " of 100");
            assertTrue(y <= 80 && (y > 80 - gain || r.height() == height), y + " of 80");
        }
        for (int i = 1; i < tiles.size(); i++) {
            Region before = tiles.get(i - 1).region();
            Region r = tiles.get(i).region();
            if (r.y() == before.y()) {
                double overlap = (before.xEnd() - r.x()) * gain;
                assertTrue(overlap > 20 - gain, overlap + " at " + r);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1000,333,1", "517,901,0.37", "64,48,7.3", "99,4001,0.25", "20,20,40"})
    void tilesCoverThePlaneAndFitTheNetwork(int width, int height, double gain) {
        Size size = new Size(width, height);
        boolean[] seen = new boolean[width * height];
        for (Tile tile : exact.cover(size, gain)) {
            Region r = tile.region();
            assertTrue(Math.round(r.width() * gain) <= 100, r.toString());
            assertTrue(Math.round(r.height() * gain) <= 80, r.toString());
            for (int y = r.y(); y < r.yEnd(); y++) {
                for (int x = r.x(); x < r.xEnd(); x++) {
                    seen[y * width + x] = true;
                }
            }
        }
        for (boolean pixel : seen) {
            assertTrue(pixel);
        }
    }

    @Test
    void onlyInnerEdgesCut() {
        Tile tile = new Tile(new Region(0, 50, 40, 30), new Size(100, 80));
        assertFalse(tile.cuts(new Region(0, 60, 10, 20), 1));
        assertTrue(tile.cuts(new Region(10, 51, 10, 5), 1));
        assertFalse(tile.cuts(new Region(10, 52, 10, 5), 1));
        assertTrue(tile.cuts(new Region(30, 60, 9, 5), 1));
        assertFalse(tile.cuts(new Region(30, 60, 8, 5), 1));
        // Two network pixels are four of the plane.
        tile = new Tile(new Region(20, 30, 40, 50), new Size(61, 81));
        assertFalse(tile.cuts(new Region(24, 34, 32, 42), 0.5));
        assertTrue(tile.cuts(new Region(23, 34, 33, 42), 0.5));
        assertTrue(tile.cuts(new Region(24, 33, 32, 43), 0.5));
        assertTrue(tile.cuts(new Region(24, 34, 33, 42), 0.5));
        assertTrue(tile.cuts(new Region(24, 34, 32, 43), 0.5));
        Tile whole = new Tile(new Region(0, 0, 60, 80), new Size(60, 80));
        assertFalse(whole.cuts(new Region(0, 0, 60, 80), 0.5));
    }
}
