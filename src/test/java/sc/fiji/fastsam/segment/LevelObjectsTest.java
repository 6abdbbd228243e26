package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.testing.Drawn;

class LevelObjectsTest {

    private static final Size PLANE = new Size(200, 100);
    private static final SegmentationSettings ALL_KEPT =
            SegmentationSettings.defaults().withSmooth(false);

    private static SegmentedObject square(int x, int y, int side) {
        return Drawn.object(0.9, Mask.ofRegion(new Region(x, y, side, side)));
    }

    /** Cells of 40 pixels, nuclei of 10; so what is smaller than 20 is a nucleus. */
    private static Levels levels(boolean sure) {
        return new Levels(
                List.of(new Levels.Level(Scale.of(1), 40), new Levels.Level(Scale.of(4), 10)),
                0,
                sure);
    }

    private final SegmentedObject cell = square(10, 10, 40);
    private final SegmentedObject nucleus = square(20, 20, 10);

    private static LevelObjects put(
            Levels levels, List<SegmentedObject> cells, List<SegmentedObject> nuclei) {
        return LevelObjects.of(levels, List.of(cells, nuclei), PLANE, ALL_KEPT);
    }

    @Test
    void eachLevelGivesTheObjectsOfItsSize() {
        SegmentedObject speck = square(100, 10, 5);
        SegmentedObject partOfACell = square(12, 12, 30);
        LevelObjects found =
                put(levels(false), List.of(cell, speck), List.of(nucleus, partOfACell));
        assertEquals(List.of(cell, nucleus), found.objects().objects());
        assertEquals(2, found.sizes().levels().size());
        assertEquals(20, found.sizes().levels().get(0).leastDiameter());
        assertEquals(
                nucleus.diameter(), found.sizes().levels().get(1).typicalDiameter().orElseThrow());
    }

    @Test
    void objectsThatDoNotLieInOneAnotherLeaveTheMainLevelAsItIs() {
        SegmentedObject small = square(100, 10, 5);
        List<SegmentedObject> beside = new ArrayList<>(List.of(square(120, 50, 10)));
        LevelObjects found = put(levels(false), List.of(cell, small), beside);
        assertEquals(List.of(cell, small), found.objects().objects());
        assertEquals(1, found.sizes().levels().size());
    }

    /** NB: of cells that are hard to see some are missed, and their nuclei lie in none. */
    @Test
    void someMayLieBesideWhereMostOfTheLargerOnesHoldSome() {
        SegmentedObject other = square(60, 10, 40);
        List<SegmentedObject> nuclei =
                List.of(
                        nucleus,
                        square(35, 35, 10),
                        square(70, 20, 10),
                        square(110, 10, 10),
                        square(130, 60, 10));
        assertEquals(2, put(levels(false), List.of(cell, other), nuclei).levels().count());
        assertEquals(1, put(levels(false), List.of(cell), nuclei).levels().count(), "2 of 5");
        List<SegmentedObject> halfEmpty =
                List.of(cell, other, square(150, 10, 40), square(150, 55, 40));
        assertEquals(1, put(levels(false), halfEmpty, nuclei).levels().count());
    }

    @Test
    void levelsThatWereAskedForStay() {
        LevelObjects found = put(levels(true), List.of(cell), List.of(square(120, 50, 10)));
        assertEquals(2, found.objects().objects().size());
        assertEquals(2, found.sizes().levels().size());
    }
}
