package sc.fiji.fastsam.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/** Provisional: runs 32-bit networks on the processor. */
public final class OnnxNetwork implements AutoCloseable {

    private final OrtSession session;

    private OnnxNetwork(OrtSession session) {
        this.session = session;
    }

    /** Opens a network. */
    public static OnnxNetwork open(ModelFile file, DeviceRequest device) throws ModelException {
        try {
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(2);
            return new OnnxNetwork(
                    OrtEnvironment.getEnvironment().createSession(file.read(), options));
        } catch (OrtException e) {
            throw file.problem(e.getMessage(), e);
        }
    }

    private static List<TensorInfo> infos(Map<String, NodeInfo> nodes) {
        List<TensorInfo> infos = new ArrayList<>();
        nodes.forEach(
                (name, node) -> {
                    long[] shape = ((ai.onnxruntime.TensorInfo) node.getInfo()).getShape();
                    List<Long> axes = Arrays.stream(shape).boxed().toList();
                    infos.add(new TensorInfo(name, TensorInfo.ElementType.FLOAT32, axes));
                });
        return infos;
    }

    /** Declared inputs. */
    public List<TensorInfo> inputs() {
        try {
            return infos(session.getInputInfo());
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Declared outputs. */
    public List<TensorInfo> outputs() {
        try {
            return infos(session.getOutputInfo());
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Custom metadata. */
    public Map<String, String> metadata() {
        try {
            return session.getMetadata().getCustomMetadata();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Device in use. */
    public Device device() {
        return Device.CPU;
    }

    /** Why. */
    public String deviceReason() {
        return "";
    }

    /** Runs it. */
    public List<Tensor> run(Tensor input, BooleanSupplier canceled) {
        long[] shape = Arrays.stream(input.shape()).asLongStream().toArray();
        String name = session.getInputNames().iterator().next();
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(
                                OrtEnvironment.getEnvironment(),
                                FloatBuffer.wrap(input.values()),
                                shape);
                OrtSession.Result result = session.run(Map.of(name, tensor))) {
            List<Tensor> outputs = new ArrayList<>();
            for (Map.Entry<String, OnnxValue> entry : result) {
                outputs.add(copy((OnnxTensor) entry.getValue()));
            }
            return outputs;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tensor copy(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        long[] shape = tensor.getInfo().getShape();
        return Tensor.of(values, Arrays.stream(shape).mapToInt(Math::toIntExact).toArray());
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
