package sc.fiji.fastsam.detection;

import java.util.List;
import sc.fiji.fastsam.tensor.Tensor;

/** Reads the outputs of a network of one layout (see {@link Heads}). Thread-safe. */
public interface Head {

    /**
     * Picks the rows whose score exceeds a limit.
     *
     * @param outputs the network's outputs, in the declared order, for one image
     * @param minScore rows must score more than this, 0..1
     * @return detections, best score first (equal scores: in row order), with the prototypes
     * @throws IllegalArgumentException if the shapes are not those of the layout
     */
    Decoded decode(List<Tensor> outputs, float minScore);
}
