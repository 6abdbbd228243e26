package sc.fiji.fastsam.prompt;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * The objects that prompts may choose: those that hold no background point.
 *
 * @param objects all, best first
 * @param index of these
 * @param blocked places of those that hold a background point
 */
record Candidates(List<SegmentedObject> objects, ObjectIndex index, BitSet blocked) {

    static Candidates of(
            List<SegmentedObject> objects, ObjectIndex index, List<PointPrompt> background) {
        BitSet blocked = new BitSet(objects.size());
        for (PointPrompt point : background) {
            for (int i : index.at(point.column(), point.row())) {
                blocked.set(i);
            }
        }
        return new Candidates(objects, index, blocked);
    }

    /** Those of some places that may be chosen, in the same order. */
    int[] allowed(int[] places) {
        return Arrays.stream(places).filter(i -> !blocked.get(i)).toArray();
    }

    /** Places of the allowed objects at a point, best score first. */
    int[] at(PointPrompt point) {
        return allowed(index.at(point.column(), point.row()));
    }

    /** Places of the allowed objects whose box overlaps a prompt, best score first. */
    int[] overlapping(BoxPrompt prompt) {
        return allowed(index.overlapping(prompt.boxInSource()));
    }
}
