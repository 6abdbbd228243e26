package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.settings.Device;

/**
 * Opens a network on a device.
 *
 * @param environment of the JVM
 * @param model to be opened
 * @param threads on the CPU; 0 = ONNX Runtime's choice
 */
record SessionOpener(OrtEnvironment environment, ModelFile model, int threads) {

    /**
     * @throws OrtException if the device or the network does not work
     * @throws ModelException if the file cannot be read or is no network of one input
     */
    Session open(Device device) throws OrtException, ModelException {
        return open(device, Map.of());
    }

    /**
     * Likewise, for inputs of one shape alone.
     *
     * @param lengths of axes that the network leaves open, by their names
     */
    Session open(Device device, Map<String, Integer> lengths) throws OrtException, ModelException {
        SessionOptions options = new SessionOptions();
        try {
            configure(options, threads);
            for (Map.Entry<String, Integer> length : lengths.entrySet()) {
                options.setSymbolicDimensionValue(length.getKey(), length.getValue());
            }
            Providers.add(options, device);
            return session(create(options), options);
        } catch (Throwable e) {
            // NB: errors too: native memory has no other owner.
            options.close();
            throw e;
        }
    }

    /** Opens the same with another number of threads. */
    SessionOpener withThreads(int number) {
        return new SessionOpener(environment, model, number);
    }

    /** What every device has in common. */
    static void configure(SessionOptions options, int threads) throws OrtException {
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setInterOpNumThreads(1);
        if (threads > 0) {
            options.setIntraOpNumThreads(threads);
        }
        // NB: threads that wait by spinning take whole cores from the program around us
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        // NB: a pattern serves one input size only; ours change from image to image
        options.setMemoryPatternOptimization(false);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    }

    /** NB: a file is opened by its path, because it may have weights in files beside it. */
    private OrtSession create(SessionOptions options) throws OrtException, ModelException {
        Optional<Path> path = model.path();
        return path.isPresent()
                ? environment.createSession(path.get().toString(), options)
                : environment.createSession(model.read(), options);
    }

    private Session session(OrtSession session, SessionOptions options)
            throws OrtException, ModelException {
        try {
            if (session.getNumInputs() != 1) {
                throw model.problem(
                        "is no network of one input: it takes "
                                + TensorReader.infos(session.getInputInfo().values())
                                + ", but one is expected.");
            }
            return new NativeSession(environment, session, options);
        } catch (Throwable e) {
            session.close();
            throw e;
        }
    }
}
