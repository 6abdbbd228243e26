package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * A network on the CPU that takes two runs at a time: a run that is alone has all threads, of two
 * beside each other each has half of them, which takes less processor time, as fewer threads wait
 * for one another (on two cores a ninth less). Outputs do not depend on the number of threads.
 * Thread-safe but for {@code close}, as sessions are.
 */
final class HalvedThreads extends ForwardingSession {

    /** Runs beside others before a second session is opened, which takes as long as some runs. */
    private static final int WORTH_OPENING = 8;

    private final Session whole;
    private final Opening opener;
    private Optional<Session> half = Optional.empty();
    private int running;
    private int besideOthers;
    private boolean shared;

    /**
     * @param whole with all threads; closed with this
     * @param opener opens the same network with half of them
     */
    HalvedThreads(Session whole, Opening opener) {
        super(whole);
        this.whole = whole;
        this.opener = opener;
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
            half = Optional.of(openAgain(opener));
        }
        return half.orElse(whole);
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
