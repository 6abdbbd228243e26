package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * Native memory for inputs, kept from one run to the next: ONNX Runtime reads it in place.
 * Thread-safe; runs at the same time each have their own.
 */
final class InputBuffers {

    /** Up to this size memory is kept whatever the next input needs: a tile of 1024 x 1024. */
    private static final int SMALL = 1 << 24;

    /** As many as runs go on at a time, at most. */
    private static final int MOST = 8;

    private final List<ByteBuffer> spare = new ArrayList<>();
    private final TensorInfo info;

    /**
     * @param info of the network's input
     */
    InputBuffers(TensorInfo info) {
        this.info = info;
    }

    /** Memory for a tensor as the network takes it; to be given back. */
    ByteBuffer take(Tensor tensor) {
        long count = Arrays.stream(InputShape.of(info, tensor)).reduce(1, Math::multiplyExact);
        int bytes = Math.toIntExact(Math.multiplyExact(count, bytesEach()));
        return spare(bytes)
                .orElseGet(() -> ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()));
    }

    /** Of what is kept the last that came; gone if it does not fit. */
    private synchronized Optional<ByteBuffer> spare(int bytes) {
        if (spare.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer kept = spare.remove(spare.size() - 1);
        boolean fits = kept.capacity() >= bytes && kept.capacity() <= Math.max(SMALL, 4L * bytes);
        return fits ? Optional.of(kept.clear().limit(bytes)) : Optional.empty();
    }

    private int bytesEach() {
        return switch (info.type()) {
            case FLOAT16 -> 2;
            case INT64 -> 8;
            default -> 4;
        };
    }

    /** Keeps the memory for a next run, the largest as the last. */
    synchronized void giveBack(ByteBuffer memory) {
        spare.add(memory);
        spare.sort(Comparator.comparingInt(ByteBuffer::capacity));
        if (spare.size() > MOST) {
            spare.remove(0);
        }
    }

    /**
     * Copies a tensor into memory, in the network's type and shape; the result must be closed
     * first.
     */
    OnnxTensor fill(OrtEnvironment environment, Tensor tensor, ByteBuffer memory)
            throws OrtException {
        long[] shape = InputShape.of(info, tensor);
        float[] from = tensor.values();
        return switch (info.type()) {
            case FLOAT16 ->
                    OnnxTensor.createTensor(
                            environment, halves(from, memory), shape, OnnxJavaType.FLOAT16);
            case INT32 -> OnnxTensor.createTensor(environment, ints(from, memory), shape);
            case INT64 -> OnnxTensor.createTensor(environment, longs(from, memory), shape);
            default -> OnnxTensor.createTensor(environment, floats(from, memory), shape);
        };
    }

    private static FloatBuffer floats(float[] from, ByteBuffer memory) {
        FloatBuffer to = memory.asFloatBuffer();
        fill(to, () -> to.put(from));
        return to;
    }

    private static ShortBuffer halves(float[] from, ByteBuffer memory) {
        ShortBuffer to = memory.asShortBuffer();
        fill(to, each(from, value -> to.put(Fp16Conversions.floatToFp16(value))));
        return to;
    }

    private static IntBuffer ints(float[] from, ByteBuffer memory) {
        IntBuffer to = memory.asIntBuffer();
        fill(to, each(from, value -> to.put(WholeNumbers.of(value))));
        return to;
    }

    private static LongBuffer longs(float[] from, ByteBuffer memory) {
        LongBuffer to = memory.asLongBuffer();
        fill(to, each(from, value -> to.put(WholeNumbers.of(value))));
        return to;
    }

    /** NB: again and again until the memory is full: one channel serves for all. */
    private static void fill(Buffer to, Runnable putAll) {
        while (to.hasRemaining()) {
            putAll.run();
        }
        to.flip();
    }

    /** Takes a value. */
    private interface FloatConsumer {
        void accept(float value);
    }

    private static Runnable each(float[] values, FloatConsumer put) {
        return () -> {
            for (float value : values) {
                put.accept(value);
            }
        };
    }
}
