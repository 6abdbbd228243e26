package sc.fiji.fastsam.link;

import java.util.List;
import java.util.stream.IntStream;

/** Which objects of a stack are one. Ids are 1..N, in the order of first plane, then of object. */
public final class Links {

    private final int[][] ids;
    private final int[] parents;

    /**
     * Takes ownership of the arrays.
     *
     * @param ids by plane and object
     * @param parents by id, 0 = none; the first is of no id
     */
    Links(int[][] ids, int[] parents) {
        this.ids = ids;
        this.parents = parents;
    }

    /** Number of ids, which is the greatest one. */
    public int count() {
        return parents.length - 1;
    }

    /**
     * The id of an object.
     *
     * @param plane counted from 0, as they were given
     * @param object of the plane, counted from 0
     */
    public int id(int plane, int object) {
        return ids[plane][object];
    }

    /** The ids of the objects of a plane, in their order. */
    public List<Integer> ids(int plane) {
        return IntStream.of(ids[plane]).boxed().toList();
    }

    /** The id of the object that divided into one and its sister; 0 = none. */
    public int parent(int id) {
        return parents[id];
    }
}
