package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.concurrent.Ahead;
import sc.fiji.fastsam.io.Closing;
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
    private final Map<List<Long>, Ahead<Opened>> sessions = new HashMap<>();

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

    /** A session, or why it could not be opened. */
    private record Opened(Optional<Session> session, Optional<OrtException> failure) {}

    /**
     * Opens the sessions of shapes that are expected, at the same time, and runs each once, on
     * other threads. What fails is told to the first run that needs it.
     *
     * @param shapes of inputs
     */
    void prepare(List<int[]> shapes) {
        shapes.forEach(shape -> begin(Tensor.zeros(shape), true));
    }

    @Override
    public List<Tensor> run(Tensor input, BooleanSupplier canceled) throws OrtException {
        return session(input).run(input, canceled);
    }

    private Session session(Tensor input) throws OrtException {
        Optional<Ahead<Opened>> begun = begin(input, false);
        Opened opened =
                begun.isPresent()
                        ? begun.get().get()
                        : new Opened(Optional.of(any), Optional.empty());
        if (opened.failure.isPresent()) {
            forget(begun.get());
            throw opened.failure.get();
        }
        return opened.session.get();
    }

    /** The session of an input's shape, being opened; nothing if there are too many shapes. */
    private synchronized Optional<Ahead<Opened>> begin(Tensor input, boolean alsoRun) {
        List<Long> shape =
                Arrays.stream(InputShape.of(any.inputs().get(0), input)).boxed().toList();
        if (!sessions.containsKey(shape) && sessions.size() < MOST) {
            sessions.put(shape, Ahead.of(() -> open(shape, alsoRun ? List.of(input) : List.of())));
        }
        return Optional.ofNullable(sessions.get(shape));
    }

    /** NB: the next run tries again. */
    private synchronized void forget(Ahead<Opened> failed) {
        sessions.values().remove(failed);
    }

    private Opened open(List<Long> shape, List<Tensor> inputs) {
        Optional<Session> session = Optional.empty();
        try {
            session = Optional.of(open(shape));
            for (Tensor input : inputs) {
                session.get().run(input, () -> false);
            }
            return new Opened(session, Optional.empty());
        } catch (OrtException e) {
            close(session);
            return new Opened(Optional.empty(), Optional.of(e));
        } catch (RuntimeException | Error e) {
            close(session);
            throw e;
        }
    }

    private void close(Optional<Session> session) {
        session.filter(s -> s != any).ifPresent(Session::close);
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

    /** NB: waits for sessions that are being opened, and closes these too. */
    @Override
    public void close() {
        try {
            Closing.all(sessions.values(), begun -> close(opened(begun)));
        } finally {
            any.close();
        }
    }

    /**
     * NB: of one that cannot be opened the run that needed it was told; there is nothing to close.
     */
    private static Optional<Session> opened(Ahead<Opened> begun) {
        try {
            return begun.get().session;
        } catch (InferenceException e) {
            return Optional.empty();
        }
    }
}
