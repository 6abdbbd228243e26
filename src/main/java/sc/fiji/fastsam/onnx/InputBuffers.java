package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.concurrent.atomic.AtomicReference;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo.ElementType;

/**
 * Native memory for inputs, kept from one run to the next: ONNX Runtime reads it in place.
 * Thread-safe; runs at the same time each have their own.
 */
final class InputBuffers {

    private final AtomicReference<ByteBuffer> spare = new AtomicReference<>();
    private final ElementType type;

    /**
     * @param type that the network wants
     */
    InputBuffers(ElementType type) {
        this.type = type;
    }

    /** Memory for a tensor; to be given back. */
    ByteBuffer take(Tensor tensor) {
        int bytes = Math.multiplyExact(tensor.values().length, halves() ? 2 : 4);
        ByteBuffer kept = spare.getAndSet(null);
        boolean fits = kept != null && kept.capacity() >= bytes && kept.capacity() / 4 <= bytes;
        return fits
                ? kept.clear().limit(bytes)
                : ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** Keeps the memory for the next run. */
    void giveBack(ByteBuffer memory) {
        spare.set(memory);
    }

    /** Copies a tensor into memory, in the network's type; the result must be closed first. */
    OnnxTensor fill(OrtEnvironment environment, Tensor tensor, ByteBuffer memory)
            throws OrtException {
        long[] shape = new long[tensor.rank()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = tensor.length(axis);
        }
        if (halves()) {
            ShortBuffer to = memory.asShortBuffer();
            float[] from = tensor.values();
            for (int i = 0; i < from.length; i++) {
                to.put(i, Fp16Conversions.floatToFp16(from[i]));
            }
            return OnnxTensor.createTensor(environment, to, shape, OnnxJavaType.FLOAT16);
        }
        return OnnxTensor.createTensor(
                environment, memory.asFloatBuffer().put(tensor.values()).flip(), shape);
    }

    private boolean halves() {
        return type == ElementType.FLOAT16;
    }
}
