package sc.fiji.fastsam.mask;

import java.util.List;
import java.util.function.Function;
import sc.fiji.fastsam.geometry.Size;

/**
 * The objects of one image plane, best score first, then from top to bottom, then from left to
 * right. Masks may overlap and nest.
 *
 * @param size of the plane, in source pixels
 * @param objects in that order
 * @param summary how they came about
 */
public record Segmentation(Size size, List<SegmentedObject> objects, RunSummary summary) {

    /** Copies the list. */
    public Segmentation {
        objects = List.copyOf(objects);
    }

    /** The same plane with other objects. */
    public Segmentation withObjects(List<SegmentedObject> others) {
        return new Segmentation(size, others, summary);
    }

    /**
     * Chooses among the objects, as {@code segmentation.select(Prompts.point(120, 88))}.
     *
     * @param prompts makes the choice; package {@code prompt} has the usual ones
     */
    public <T> T select(Function<? super Segmentation, T> prompts) {
        // NB: a Function and no Prompts: the package of prompts stands on this one.
        return prompts.apply(this);
    }

    /** The same objects with another summary. */
    public Segmentation withSummary(RunSummary other) {
        return new Segmentation(size, objects, other);
    }
}
