package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * A network on the CPU that takes two runs at a time: a run that is alone has all threads, of two
 * beside each other each has half of them, which takes less processor time, as fewer threads wait
 * for one another (on two cores a ninth less). Outputs do not depend on the number of threads.
 * Thread-safe but for {@code close}, as sessions are.
 */
final class HalvedThreads implements Session {

    /** Runs beside others before a second session is opened, which takes as long as some runs. */
    private static final int WORTH_OPENING = 8;

    private final Session whole;
    private final Opener opener;
    private Optional<Session> half = Optional.empty();
    private int running;
    private int besideOthers;
    private boolean shared;

    /**
     * @param whole with all threads; closed with this
     * @param opener opens the same network with half of them
     */
    HalvedThreads(Session whole, Opener opener) {
        this.whole = whole;
        this.opener = opener;
    }

    /** Opens a network. */
    interface Opener {
        Session open() throws OrtException, ModelException;
    }

    @Override
    public List<TensorInfo> inputs() {
        return whole.inputs();
    }

    @Override
    public List<String> openLengths() {
        return whole.openLengths();
    }

    @Override
    public List<TensorInfo> outputs() {
        return whole.outputs();
    }

    @Override
    public Map<String, String> metadata() {
        return whole.metadata();
    }

    @Override
    public List<Tensor> run(Tensor input, BooleanSupplier canceled) throws OrtException {
        int before = begin();
        try {
            return session().run(input, canceled);
        } finally {
            end(before);
        }
    }

    /** Runs that have had another beside them, this one included where it has. */
    private synchronized int begin() {
        running++;
        if (running > 1) {
            besideOthers++;
            shared = true;
        }
        return running > 1 ? -1 : besideOthers;
    }

    /**
     * NB: files take turns in ending, so one run is alone for a moment; only a whole one counts.
     */
    private synchronized void end(int before) {
        running--;
        if (before == besideOthers) {
            shared = false;
        }
    }

    private synchronized Session session() throws OrtException {
        if (!shared) {
            return whole;
        }
        if (half.isEmpty() && besideOthers >= WORTH_OPENING) {
            half = Optional.of(open());
        }
        return half.orElse(whole);
    }

    private Session open() throws OrtException {
        try {
            return opener.open();
        } catch (ModelException e) {
            throw new InferenceException(
                    "The network cannot be opened again: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            half.ifPresent(Session::close);
        } finally {
            whole.close();
        }
    }
}
