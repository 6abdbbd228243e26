package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.geometry.BoxIndex;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * Makes one list of the objects of overlapping tiles, without cut ones: a piece that a whole object
 * of another tile covers is dropped; pieces of two tiles that agree where the tiles overlap become
 * one object. Doubled whole objects are left to the suppression of masks.
 */
final class TileMerger {

    /** Share of a piece that a whole object must cover to replace it. */
    private static final double COVERED = 0.6;

    /** A piece this much smaller than a whole object is a sliver of it, if so much is covered. */
    private static final double SLIVER = 0.25;

    /** Share of the smaller piece, inside the overlap, that both pieces must have in common. */
    private static final double AGREEMENT = 0.5;

    private TileMerger() {}

    /** Whole and joined objects, in no particular order. */
    static List<SegmentedObject> merge(List<TileObject> found) {
        List<SegmentedObject> whole = new ArrayList<>();
        List<TileObject> pieces = new ArrayList<>();
        for (TileObject object : found) {
            if (object.cut()) {
                pieces.add(object);
            } else {
                whole.add(object.object());
            }
        }
        BoxIndex index = BoxIndex.of(whole.stream().map(o -> o.mask().bounds().toBox()).toList());
        pieces.removeIf(piece -> isCovered(piece.object().mask(), whole, index));
        whole.addAll(PieceJoiner.join(pieces, TileMerger::agree));
        return whole;
    }

    private static boolean isCovered(Mask piece, List<SegmentedObject> whole, BoxIndex index) {
        return index.anyMatch(
                piece.bounds().toBox(), 0, i -> isCovered(piece, whole.get(i).mask()));
    }

    /** NB: of a sliver, pixels beyond the object weigh more than in any other piece. */
    private static boolean isCovered(Mask piece, Mask whole) {
        boolean sliver = piece.area() < SLIVER * whole.area();
        return piece.intersectionArea(whole) > (sliver ? SLIVER : COVERED) * piece.area();
    }

    private static boolean agree(TileObject a, TileObject b) {
        Region overlap = a.tile().region().intersection(b.tile().region());
        long common = a.object().mask().intersectionArea(b.object().mask());
        if (common == 0 || a.tile().equals(b.tile())) {
            return false;
        }
        long smaller =
                Math.min(
                        a.object().mask().crop(overlap).area(),
                        b.object().mask().crop(overlap).area());
        return common > AGREEMENT * smaller;
    }
}
