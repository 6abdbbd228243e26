package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/** A session of ONNX Runtime. */
final class NativeSession implements Session {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final SessionOptions options;
    private final List<TensorInfo> inputs;
    private final List<String> openLengths;
    private final List<TensorInfo> outputs;
    private final Map<String, String> metadata;
    private final InputBuffers buffers;
    private final OutputBuffers outputBuffers;

    /** Takes over the session and its options: they are closed with this. */
    NativeSession(OrtEnvironment environment, OrtSession session, SessionOptions options)
            throws OrtException {
        this.environment = environment;
        this.session = session;
        this.options = options;
        this.inputs = TensorReader.infos(session.getInputInfo().values());
        this.openLengths = TensorReader.openLengths(session.getInputInfo().values());
        this.outputs = TensorReader.infos(session.getOutputInfo().values());
        this.metadata = Map.copyOf(session.getMetadata().getCustomMetadata());
        this.buffers = new InputBuffers(inputs.get(0));
        this.outputBuffers = new OutputBuffers(environment, outputs);
    }

    @Override
    public List<TensorInfo> inputs() {
        return inputs;
    }

    @Override
    public List<String> openLengths() {
        return openLengths;
    }

    @Override
    public List<TensorInfo> outputs() {
        return outputs;
    }

    @Override
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public List<Tensor> run(Tensor input, BooleanSupplier canceled) throws OrtException {
        if (Thread.currentThread().isInterrupted() || canceled.getAsBoolean()) {
            throw new CancellationException("Canceled.");
        }
        try (CancelWatch watch = CancelWatch.start(canceled)) {
            return run(input, watch);
        }
    }

    private List<Tensor> run(Tensor input, CancelWatch watch) throws OrtException {
        try {
            return run(input, watch.options());
        } catch (OrtException e) {
            watch.throwIfTerminated();
            throw e;
        }
    }

    private List<Tensor> run(Tensor input, RunOptions runOptions) throws OrtException {
        ByteBuffer memory = buffers.take(input);
        try (OnnxTensor tensor = buffers.fill(environment, input, memory)) {
            Optional<OutputBuffers.Outputs> kept = outputBuffers.take();
            return kept.isPresent()
                    ? runInto(kept.get(), tensor, runOptions)
                    : runIntoNew(tensor, runOptions);
        } finally {
            buffers.giveBack(memory);
        }
    }

    /** NB: after a failure something may still write into the memory, so it is not kept. */
    private List<Tensor> runInto(
            OutputBuffers.Outputs outputs, OnnxTensor tensor, RunOptions runOptions)
            throws OrtException {
        session.run(named(tensor), Set.of(), outputs.tensors(), runOptions).close();
        List<Tensor> tensors = outputs.read();
        outputBuffers.giveBack(outputs);
        return tensors;
    }

    private List<Tensor> runIntoNew(OnnxTensor tensor, RunOptions runOptions) throws OrtException {
        List<Tensor> tensors = new ArrayList<>();
        try (OrtSession.Result result = session.run(named(tensor), runOptions)) {
            for (Map.Entry<String, OnnxValue> output : result) {
                tensors.add(TensorReader.read(output.getKey(), output.getValue()));
            }
        }
        if (inputs.get(0).isFixed()) {
            outputBuffers.learn(tensors);
        }
        return tensors;
    }

    private Map<String, OnnxTensor> named(OnnxTensor input) {
        return Map.of(inputs.get(0).name(), input);
    }

    @Override
    public void close() {
        outputBuffers.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new InferenceException("The network cannot be closed: " + e.getMessage(), e);
        } finally {
            options.close();
        }
    }
}
