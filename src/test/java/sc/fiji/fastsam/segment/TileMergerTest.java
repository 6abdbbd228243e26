package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
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
    }

    @Test
    void aPieceWithoutAPartnerStays() {
        TileObject left = found(LEFT, new Region(45, 5, 15, 10), 0.6f);
        assertEquals(List.of(left.object()), TileMerger.merge(List.of(left)));
    }
}
