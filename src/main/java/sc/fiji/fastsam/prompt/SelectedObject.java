package sc.fiji.fastsam.prompt;

import java.util.List;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * An object that prompts chose.
 *
 * @param object as found, or merged from several
 * @param prompts names of the prompts that it answers, in their order; empty when only background
 *     points were given
 */
public record SelectedObject(SegmentedObject object, List<String> prompts) {

    /** Copies the list. */
    public SelectedObject {
        prompts = List.copyOf(prompts);
    }

    /** The names joined by "+", for one line; empty without names. */
    public String name() {
        return String.join("+", prompts);
    }
}
