package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * A network on one device with a session of its own for each of the first few shapes that come: an
 * accelerator prepares itself anew whenever the shape of a session's input changes (150 ms on
 * CUDA), even to one seen before. Other shapes go to a session for any. Thread-safe but for {@code
 * close}, as sessions are.
 */
final class FixedShapes extends ForwardingSession {

    private static final int MOST = 4;

    private final Session any;
    private final Opener opener;
    private final Map<List<Long>, Session> sessions = new HashMap<>();

    /**
     * @param any for all shapes; closed with this
     * @param opener opens the same network where named lengths are fixed
     */
    FixedShapes(Session any, Opener opener) {
        super(any);
        this.any = any;
        this.opener = opener;
    }

    /** Opens a network with fixed lengths. */
    interface Opener {
        Session open(Map<String, Integer> lengths) throws OrtException, ModelException;
    }

    @Override
    public List<Tensor> run(Tensor input, BooleanSupplier canceled) throws OrtException {
        return session(input).run(input, canceled);
    }

    private synchronized Session session(Tensor input) throws OrtException {
        List<Long> shape =
                Arrays.stream(InputShape.of(any.inputs().get(0), input)).boxed().toList();
        if (!sessions.containsKey(shape) && sessions.size() < MOST) {
            sessions.put(shape, open(shape));
        }
        return sessions.getOrDefault(shape, any);
    }

    private Session open(List<Long> shape) throws OrtException {
        Map<String, Integer> lengths = new HashMap<>();
        for (int axis = 0; axis < any.openLengths().size(); axis++) {
            if (!any.openLengths().get(axis).isEmpty()) {
                lengths.put(any.openLengths().get(axis), Math.toIntExact(shape.get(axis)));
            }
        }
        return lengths.isEmpty() ? any : openAgain(() -> opener.open(lengths));
    }

    @Override
    public void close() {
        try {
            sessions.values().stream().filter(session -> session != any).forEach(Session::close);
        } finally {
            any.close();
        }
    }
}
