package sc.fiji.fastsam.model.convert;

import java.util.List;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.TorchModule;

/** Adds what one type of module computes to a network. */
@FunctionalInterface
interface Layer {

    /**
     * @param inputs one or more
     * @throws CheckpointException if the module is not as its type says, or does not fit the inputs
     */
    Value append(NetworkBuilder network, TorchModule module, List<Value> inputs)
            throws CheckpointException;
}
