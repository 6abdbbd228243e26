package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;
import sc.fiji.fastsam.tensor.TensorInfo.ElementType;

/**
 * Native memory for the outputs of a session whose inputs have one shape, kept from one run to the
 * next: ONNX Runtime writes into it, which saves it new memory for each run (4 ms for a tile of
 * 1024 x 1024 on an H100). Thread-safe; runs at the same time each have their own.
 */
final class OutputBuffers implements AutoCloseable {

    private final OrtEnvironment environment;
    private final List<TensorInfo> declared;
    private final Deque<Outputs> spare = new ArrayDeque<>();
    private boolean known;

    /**
     * @param declared outputs of the session
     */
    OutputBuffers(OrtEnvironment environment, List<TensorInfo> declared) {
        this.environment = environment;
        this.declared = declared;
    }

    /**
     * Memory for an output.
     *
     * @param info of the output
     * @param values all of the memory
     * @param tensor over the memory
     */
    private record Slot(TensorInfo info, FloatBuffer values, OnnxTensor tensor) {

        static Slot of(OrtEnvironment environment, TensorInfo info) throws OrtException {
            long[] shape = info.shape().stream().mapToLong(Long::longValue).toArray();
            long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
            FloatBuffer values =
                    ByteBuffer.allocateDirect(Math.toIntExact(Float.BYTES * count))
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer();
            return new Slot(info, values, OnnxTensor.createTensor(environment, values, shape));
        }

        Tensor read() {
            float[] copy = new float[values.capacity()];
            values.get(0, copy);
            return Tensor.of(copy, info.shape().stream().mapToInt(Long::intValue).toArray());
        }
    }

    /** Memory for all outputs of a run. */
    record Outputs(List<Slot> slots) {

        /** To be written into by a run, by their names. */
        Map<String, OnnxTensor> tensors() {
            return slots.stream().collect(Collectors.toMap(s -> s.info.name(), Slot::tensor));
        }

        /** Copies of what a run has written, in the declared order. */
        List<Tensor> read() {
            return slots.stream().map(Slot::read).toList();
        }
    }

    /** Memory for a run; nothing if not all of the outputs' shapes are known. To be given back. */
    synchronized Optional<Outputs> take() throws OrtException {
        if (!known) {
            return Optional.empty();
        }
        return Optional.of(spare.isEmpty() ? allocate() : spare.pop());
    }

    private Outputs allocate() throws OrtException {
        List<Slot> slots = new ArrayList<>();
        try {
            for (TensorInfo info : declared) {
                slots.add(Slot.of(environment, info));
            }
            return new Outputs(slots);
        } catch (Throwable e) {
            // NB: errors too, as of too little memory: native memory has no other owner.
            close(slots);
            throw e;
        }
    }

    /** Keeps the memory for a next run. */
    synchronized void giveBack(Outputs outputs) {
        spare.push(outputs);
    }

    /**
     * Learns from a run whether the outputs are as declared: 32-bit floats of known shapes.
     *
     * @param found outputs of the run
     */
    synchronized void learn(List<Tensor> found) {
        boolean same = found.size() == declared.size();
        for (int i = 0; same && i < found.size(); i++) {
            TensorInfo info = declared.get(i);
            same = info.type() == ElementType.FLOAT32 && info.isOfShape(found.get(i).shape());
        }
        known = same;
    }

    @Override
    public synchronized void close() {
        spare.forEach(outputs -> close(outputs.slots));
        spare.clear();
    }

    private static void close(List<Slot> slots) {
        slots.forEach(slot -> slot.tensor.close());
    }
}
