package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.BoxIndex;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Joins pieces that belong together, directly or through others, each group into one object. */
final class PieceJoiner {

    private final int[] parent;

    private PieceJoiner(int count) {
        parent = new int[count];
        for (int i = 0; i < count; i++) {
            parent[i] = i;
        }
    }

    /**
     * @param belong whether two pieces are of one object; asked only for pieces that can overlap
     * @return a group's object has the union of the masks and boxes and the best score; groups in
     *     the order of their first pieces
     */
    static List<SegmentedObject> join(
            List<TileObject> pieces, BiPredicate<TileObject, TileObject> belong) {
        List<Box> bounds = pieces.stream().map(p -> p.object().mask().bounds().toBox()).toList();
        PieceJoiner groups = new PieceJoiner(pieces.size());
        BoxIndex earlier = BoxIndex.around(bounds);
        for (int i = 0; i < pieces.size(); i++) {
            int one = i;
            earlier.anyMatch(
                    bounds.get(i),
                    0,
                    other -> {
                        if (belong.test(pieces.get(one), pieces.get(other))) {
                            groups.unite(one, other);
                        }
                        return false;
                    });
            earlier.add(i, bounds.get(i));
        }
        Map<Integer, SegmentedObject> joined = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            joined.merge(groups.root(i), pieces.get(i).object(), PieceJoiner::union);
        }
        return new ArrayList<>(joined.values());
    }

    private static SegmentedObject union(SegmentedObject a, SegmentedObject b) {
        return new SegmentedObject(
                a.mask().union(b.mask()),
                a.boxInSource().union(b.boxInSource()),
                Math.max(a.score(), b.score()));
    }

    private void unite(int i, int j) {
        int a = root(i);
        int b = root(j);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }
}
