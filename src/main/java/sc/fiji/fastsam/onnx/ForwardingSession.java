package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.tensor.TensorInfo;

/** A network of which several sessions are open: what it is like is told by the first. */
abstract class ForwardingSession implements Session {

    private final Session first;

    ForwardingSession(Session first) {
        this.first = first;
    }

    /** Opens the network. */
    interface Opening {
        Session open() throws OrtException, ModelException;
    }

    @Override
    public final List<TensorInfo> inputs() {
        return first.inputs();
    }

    @Override
    public final List<String> openLengths() {
        return first.openLengths();
    }

    @Override
    public final List<TensorInfo> outputs() {
        return first.outputs();
    }

    @Override
    public final Map<String, String> metadata() {
        return first.metadata();
    }

    /**
     * One more session.
     *
     * @throws InferenceException if the file is not a network any more
     */
    static Session openAgain(Opening opening) throws OrtException {
        try {
            return opening.open();
        } catch (ModelException e) {
            throw new InferenceException(
                    "The network cannot be opened again: " + e.getMessage(), e);
        }
    }
}
