package sc.fiji.fastsam.segment;

import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.prompt.Selection;

/**
 * What prompts chose of a plane.
 *
 * @param everything all objects of the first look
 * @param selection the answers and the objects chosen, those of a second look too
 */
public record PromptedSegmentation(Segmentation everything, Selection selection) {

    /** The chosen objects alone, in the order of the prompts, with a summary of both steps. */
    public Segmentation chosen() {
        return selection.toSegmentation(everything);
    }
}
