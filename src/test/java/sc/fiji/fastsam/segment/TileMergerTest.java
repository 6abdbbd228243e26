package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.SegmentedObject;

class TileMergerTest {

    private static final Size PLANE = new Size(100, 40);
    private static final Tile LEFT = new Tile(new Region(0, 0, 60, 40), PLANE);
    private static final Tile RIGHT = new Tile(new Region(40, 0, 60, 40), PLANE);

    private static TileObject found(Tile tile, Region pixels, float score) {
        SegmentedObject object = new SegmentedObject(Mask.ofRegion(pixels), pixels.toBox(), score);
        return new TileObject(object, tile, tile.cuts(pixels, 1));
    }

    @Test
    void aPieceThatAWholeObjectCoversIsDropped() {
        TileObject whole = found(RIGHT, new Region(50, 5, 20, 10), 0.6f);
        TileObject piece = found(LEFT, new Region(50, 5, 10, 10), 0.9f);
        assertEquals(List.of(whole.object()), TileMerger.merge(List.of(piece, whole)));
    }

    @Test
    void aSliverAtTheEdgeOfATileThatLiesHalfInAWholeObjectIsDropped() {
        TileObject whole = found(LEFT, new Region(24, 5, 18, 10), 0.9f);
        TileObject sliver = found(RIGHT, new Region(40, 5, 4, 10), 0.6f);
        assertEquals(List.of(whole.object()), TileMerger.merge(List.of(sliver, whole)));
    }

    @Test
    void aPieceThatLiesHalfInAWholeObjectOfLikeSizeStays() {
        TileObject whole = found(LEFT, new Region(34, 5, 8, 10), 0.9f);
        TileObject piece = found(RIGHT, new Region(40, 5, 4, 10), 0.6f);
        assertEquals(
                List.of(whole.object(), piece.object()), TileMerger.merge(List.of(whole, piece)));
    }

    @Test
    void piecesThatAgreeInTheOverlapBecomeOneObject() {
        TileObject left = found(LEFT, new Region(10, 5, 50, 10), 0.6f);
        TileObject right = found(RIGHT, new Region(40, 5, 45, 10), 0.9f);
        Region both = new Region(10, 5, 75, 10);
        assertEquals(
                List.of(new SegmentedObject(Mask.ofRegion(both), both.toBox(), 0.9f)),
                TileMerger.merge(List.of(left, right)));
    }

    @Test
    void neighborsThatOnlyTouchInTheOverlapStayTwo() {
        TileObject left = found(LEFT, new Region(30, 5, 30, 10), 0.6f);
        TileObject right = found(RIGHT, new Region(40, 13, 30, 12), 0.9f);
        assertEquals(
                List.of(left.object(), right.object()), TileMerger.merge(List.of(left, right)));
        // NB: and those of one tile, however they overlap.
        TileObject one = found(LEFT, new Region(30, 5, 30, 10), 0.6f);
        TileObject other = found(LEFT, new Region(31, 5, 29, 10), 0.9f);
        assertEquals(List.of(one.object(), other.object()), TileMerger.merge(List.of(one, other)));
    }

    @Test
    void aPieceWithoutAPartnerStays() {
        TileObject left = found(LEFT, new Region(45, 5, 15, 10), 0.6f);
        assertEquals(List.of(left.object()), TileMerger.merge(List.of(left)));
    }

    /** Discs of up to twice a tile's side, seen by tiles in any order. */
    @Test
    void objectsOverAnyNumberOfTilesComeOutWhole() {
        Size plane = new Size(420, 350);
        List<Tile> tiles = new Tiling(new Size(100, 80), 30, false).cover(plane, 1);
        assertEquals(6 * 7, tiles.size());
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Mask> discs = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Mask disc = disc(plane, random);
                if (discs.stream().allMatch(other -> other.intersectionArea(disc) == 0)) {
                    discs.add(disc);
                }
            }
            List<TileObject> found = new ArrayList<>();
            for (Tile tile : tiles) {
                for (Mask disc : discs) {
                    Mask seen = disc.crop(tile.region());
                    if (!seen.isEmpty()) {
                        Region bounds = seen.bounds();
                        float score = random.nextFloat();
                        found.add(
                                new TileObject(
                                        new SegmentedObject(seen, bounds.toBox(), score),
                                        tile,
                                        tile.cuts(bounds, 1)));
                    }
                }
            }
            Collections.shuffle(found, random);
            List<SegmentedObject> merged = TileMerger.merge(found);
            assertEquals(
                    Set.copyOf(discs),
                    merged.stream().map(SegmentedObject::mask).collect(Collectors.toSet()),
                    "seed " + seed);
            merged.forEach(o -> assertEquals(o.mask().bounds().toBox(), o.boxInSource()));
        }
    }

    private static Mask disc(Size plane, Random random) {
        int radius = 3 + random.nextInt(1 << 2 + random.nextInt(6));
        int x = random.nextInt(plane.width());
        int y = random.nextInt(plane.height());
        MaskBuilder builder = new MaskBuilder(Region.of(plane));
        for (int row = Math.max(0, y - radius); row < Math.min(plane.height(), y + radius); row++) {
            int half = (int) Math.sqrt(radius * radius - (row - y) * (row - y));
            builder.addRun(row, Math.max(0, x - half), Math.min(plane.width(), x + half + 1));
        }
        return builder.toMask();
    }
}
