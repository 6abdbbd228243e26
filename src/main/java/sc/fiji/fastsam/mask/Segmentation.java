package sc.fiji.fastsam.mask;

import java.util.List;
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

    /** The same objects with another summary. */
    public Segmentation withSummary(RunSummary other) {
        return new Segmentation(size, objects, other);
    }
}
