package sc.fiji.fastsam.detection;

import java.util.List;
import sc.fiji.fastsam.tensor.Tensor;

/** Reads the outputs of a network (see {@link Heads}). Thread-safe. */
@FunctionalInterface
public interface Head {

    /**
     * Picks the rows whose score exceeds a limit. Rows with an empty, infinite or NaN box are left
     * out.
     *
     * @param outputs the network's outputs, in the declared order, for one image; not copied
     * @param minScore rows must score more than this, 0..1
     * @return candidates, best score first, with the prototypes
     * @throws HeadException if the outputs are not those of a network of this kind
     */
    Proposals decode(List<Tensor> outputs, float minScore);
}
