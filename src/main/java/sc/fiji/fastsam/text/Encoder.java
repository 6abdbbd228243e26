package sc.fiji.fastsam.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/** One of CLIP's two networks: a batch in, an embedding each out. Thread-safe as the network is. */
final class Encoder implements AutoCloseable {

    private final ModelFile file;
    private final OnnxNetwork network;
    private final EncoderKind kind;
    private final int output;
    private final String id;

    private Encoder(ModelFile file, OnnxNetwork network, EncoderKind kind) throws ModelException {
        this.file = file;
        this.network = network;
        this.kind = kind;
        this.output = kind.check(file, network.inputs(), network.outputs());
        this.id = file + " " + file.state() + " " + network.device();
    }

    /**
     * @throws ModelException if the file is missing or no encoder of this kind
     */
    static Encoder open(Path path, DeviceRequest device, EncoderKind kind) throws ModelException {
        ModelFile file = ModelFile.of(path);
        OnnxNetwork network = OnnxNetwork.open(file, device, kind.trial());
        try {
            return new Encoder(file, network, kind);
        } catch (ModelException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** Names the network and its device: equal ones give equal embeddings. */
    String id() {
        return id;
    }

    ModelFile file() {
        return file;
    }

    /** Declared length of an axis of the input; -1 if open. */
    int inputLength(int axis) {
        return Math.toIntExact(network.inputs().get(0).shape().get(axis));
    }

    /** Numbers of an embedding; asks the network itself when its file does not say. */
    int dimension() {
        TensorInfo info = network.outputs().get(output);
        long declared = info.shape().get(1);
        return declared > 0 ? Math.toIntExact(declared) : run(probe(), () -> false).get(0).length;
    }

    private Tensor probe() {
        int[] shape = kind.trial();
        for (int axis = 1; axis < shape.length; axis++) {
            shape[axis] = inputLength(axis) > 0 ? inputLength(axis) : shape[axis];
        }
        return Tensor.zeros(shape);
    }

    /**
     * Embeddings of a batch, as the network gives them. A network of a fixed batch runs as often as
     * it takes.
     *
     * @param batch first axis: the texts or images, at least one
     * @throws java.util.concurrent.CancellationException soon after {@code canceled} says so
     */
    List<float[]> run(Tensor batch, BooleanSupplier canceled) {
        int fixed = inputLength(0);
        if (fixed < 0 || fixed == batch.length(0)) {
            return rows(network.run(batch, canceled).get(output));
        }
        List<float[]> rows = new ArrayList<>();
        for (int first = 0; first < batch.length(0); first += fixed) {
            rows.addAll(rows(network.run(part(batch, first, fixed), canceled).get(output)));
        }
        return List.copyOf(rows.subList(0, batch.length(0)));
    }

    /** Rows from one on, zeros where there are no more. */
    private static Tensor part(Tensor batch, int first, int count) {
        int[] shape = batch.shape();
        int row = batch.values().length / shape[0];
        shape[0] = count;
        Tensor part = Tensor.zeros(shape);
        int rows = Math.min(count, batch.length(0) - first);
        System.arraycopy(batch.values(), first * row, part.values(), 0, rows * row);
        return part;
    }

    private static List<float[]> rows(Tensor output) {
        int length = output.length(1);
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < output.length(0); i++) {
            float[] row = new float[length];
            System.arraycopy(output.values(), i * length, row, 0, length);
            rows.add(row);
        }
        return rows;
    }

    @Override
    public void close() {
        network.close();
    }
}
