package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * A network, ready to run. Holds native memory until it is closed. Thread-safe: runs may overlap;
 * {@code close} waits for those under way.
 */
public final class OnnxNetwork implements AutoCloseable {

    private static final BooleanSupplier NEVER = () -> false;

    private final DeviceChoice choice;
    private final CpuFallback fallback;
    private final boolean wantsFewShapes;
    private final int runsAtOnce;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * @param onCpu opens the same network on the CPU, for when an accelerator's memory is full
     */
    OnnxNetwork(DeviceChoice choice, Supplier<Session> onCpu) {
        this(choice, onCpu, false, 1);
    }

    private OnnxNetwork(
            DeviceChoice choice, Supplier<Session> onCpu, boolean wantsFewShapes, int runsAtOnce) {
        this.choice = choice;
        this.fallback = new CpuFallback(onCpu);
        this.wantsFewShapes = wantsFewShapes;
        this.runsAtOnce = runsAtOnce;
    }

    /** Which shapes of inputs will come. */
    public enum Shapes {
        /** Any. */
        ANY,
        /** Few: each has a session of its own, which makes no difference but in time. */
        FEW,
        /** Few on NVIDIA cards, to which each change of the shape costs 150 ms; any elsewhere. */
        FEW_ON_CUDA
    }

    /**
     * Opens a network. The first call in a JVM also loads ONNX Runtime (0.1 s).
     *
     * @throws ModelException if the file is no usable network, or (a {@link DeviceException}) the
     *     device asked for by name does not work
     */
    public static OnnxNetwork open(ModelFile model, DeviceRequest request) throws ModelException {
        return open(model, request, new int[0]);
    }

    /**
     * As above for a network that runs in one shape only, whatever its file leaves open.
     *
     * @param trial shape of zeros that an accelerator is tried with; empty = a small one as
     *     declared
     * @throws ModelException as above
     */
    public static OnnxNetwork open(ModelFile model, DeviceRequest request, int... trial)
            throws ModelException {
        return open(model, request, Shapes.ANY, trial);
    }

    /**
     * As above, saying which inputs will come.
     *
     * @throws ModelException as above
     */
    public static OnnxNetwork open(
            ModelFile model, DeviceRequest request, Shapes shapes, int... trial)
            throws ModelException {
        model.check();
        Natives natives = Natives.load(request);
        int threads =
                request.threads() > 0
                        ? request.threads()
                        : Cores.threads(
                                Platform.current(), Runtime.getRuntime().availableProcessors());
        SessionOpener opener = new SessionOpener(natives.environment(), model, threads);
        Optional<CudaCard> card = CudaCard.ifUsable(natives, request);
        DeviceChoice choice = DeviceChoice.choose(opener, natives, request, trial);
        boolean fixed = shapes == Shapes.FEW || shapes == Shapes.FEW_ON_CUDA && choice.isCuda();
        int atOnce = choice.device() == Device.CPU && threads == 1 ? 1 : 2;
        if (choice.isCuda() && card.isPresent()) {
            atOnce = card.get().runsAtOnce();
        }
        return new OnnxNetwork(
                withSessions(choice, opener, fixed), () -> onCpu(opener), fixed, atOnce);
    }

    /** NB: how many threads ONNX Runtime takes where it counts cores itself, nobody knows. */
    private static DeviceChoice withSessions(
            DeviceChoice choice, SessionOpener opener, boolean fixed) {
        boolean halved = !fixed && choice.device() == Device.CPU && opener.threads() > 1;
        return fixed
                ? choice.withFixedShapes(opener)
                : halved
                        ? choice.withHalvedThreads(opener.withThreads(opener.threads() / 2))
                        : choice;
    }

    private static Session onCpu(SessionOpener opener) {
        try {
            return opener.open(Device.CPU);
        } catch (OrtException | ModelException e) {
            throw new InferenceException("The CPU cannot take over: " + e.getMessage(), e);
        }
    }

    /** Declared inputs: one. */
    public List<TensorInfo> inputs() {
        return choice.session().inputs();
    }

    /** Declared outputs, in the order in which a run gives them. */
    public List<TensorInfo> outputs() {
        return choice.session().outputs();
    }

    /** Key-value pairs that the file holds. */
    public Map<String, String> metadata() {
        return choice.session().metadata();
    }

    /** The device really in use; never AUTO. */
    public Device device() {
        return choice.device();
    }

    /** Whether inputs should have few shapes, so that each can have a session of its own. */
    public boolean wantsFewShapes() {
        return wantsFewShapes;
    }

    /**
     * Gets ready for shapes of inputs that will come, on other threads: on NVIDIA cards the first
     * input of each costs 0.3 s. Of no use elsewhere, or to networks that want no few shapes.
     */
    public void prepare(List<int[]> shapes) {
        // NB: not TensorRT, which spends minutes on a shape: only on those that do come.
        if (choice.device() == Device.CUDA && choice.session() instanceof FixedShapes fixed) {
            fixed.prepare(shapes);
        }
    }

    /**
     * How many runs at a time the device is best used by: on an accelerator several, of which some
     * copy while another computes; on the CPU two on half the threads each, where there are
     * several.
     */
    public int runsAtOnce() {
        return runsAtOnce;
    }

    /** Why not the one asked for, or a faster one; empty when there is nothing to say. */
    public String deviceReason() {
        return choice.reason();
    }

    /** {@link #run(Tensor, BooleanSupplier)} that cannot be canceled. */
    public List<Tensor> run(Tensor input) {
        return run(input, NEVER);
    }

    /** The outputs of {@link #infer}. */
    public List<Tensor> run(Tensor input, BooleanSupplier canceled) {
        return infer(input, canceled).outputs();
    }

    /**
     * Runs the network once. Floats are converted where the network wants or gives 16-bit ones or
     * whole numbers. When an accelerator runs out of memory, the CPU does this run.
     *
     * @param input in the declared shape; a single image of one channel, [1, 1, y, x], is given to
     *     each channel of a network that declares several
     * @param canceled asked every 20 ms from another thread
     * @throws java.util.concurrent.CancellationException soon after {@code canceled} says so
     * @throws IllegalArgumentException if the input's shape is not the declared one, or if it must
     *     hold whole numbers and does not
     * @throws IllegalStateException after close
     * @throws InferenceException if ONNX Runtime fails
     */
    public Inference infer(Tensor input, BooleanSupplier canceled) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(
                        "The network is closed. Open it again, or close it after its last use.");
            }
            InputShape.check(inputs().get(0), input);
            return inferOpen(input, canceled);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Inference inferOpen(Tensor input, BooleanSupplier canceled) {
        try {
            return new Inference(choice.session().run(input, canceled), choice.device(), "");
        } catch (OrtException e) {
            if (choice.device() != Device.CPU && ModelFailure.isOutOfMemory(e)) {
                return fallback.run(input, canceled, choice.device());
            }
            throw InferenceFailure.of(e, input);
        }
    }

    /** Frees the native memory, once runs under way have ended. May be called again. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                fallback.close();
                choice.session().close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Runs on the CPU what an accelerator had no memory for. Opened at the first need. */
    private static final class CpuFallback implements AutoCloseable {

        private final Supplier<Session> opener;
        private Session session;

        CpuFallback(Supplier<Session> opener) {
            this.opener = opener;
        }

        Inference run(Tensor input, BooleanSupplier canceled, Device instead) {
            String note =
                    instead
                            + " had too little memory for an input of "
                            + input
                            + ", so the CPU did it. A smaller image size would fit.";
            try {
                return new Inference(session().run(input, canceled), Device.CPU, note);
            } catch (OrtException e) {
                throw InferenceFailure.of(e, input);
            }
        }

        private synchronized Session session() {
            if (session == null) {
                session = opener.get();
            }
            return session;
        }

        @Override
        public synchronized void close() {
            if (session != null) {
                session.close();
            }
        }
    }
}
