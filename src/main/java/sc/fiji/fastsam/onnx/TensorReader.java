package sc.fiji.fastsam.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.TensorInfo.OnnxTensorType;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;
import sc.fiji.fastsam.tensor.TensorInfo.ElementType;

/** From ONNX Runtime's values to ours. */
final class TensorReader {

    private TensorReader() {}

    /** Declared inputs or outputs; one that is no tensor has type OTHER and no axes. */
    static List<TensorInfo> infos(Collection<NodeInfo> nodes) {
        List<TensorInfo> infos = new ArrayList<>();
        for (NodeInfo node : nodes) {
            if (node.getInfo() instanceof ai.onnxruntime.TensorInfo info) {
                infos.add(new TensorInfo(node.getName(), type(info), lengths(info)));
            } else {
                infos.add(new TensorInfo(node.getName(), ElementType.OTHER, List.of()));
            }
        }
        return List.copyOf(infos);
    }

    /** Names of the first input's axes whose length is open; an empty text for each other axis. */
    static List<String> openLengths(Collection<NodeInfo> inputs) {
        List<String> names = new ArrayList<>();
        for (NodeInfo input : inputs.stream().limit(1).toList()) {
            if (input.getInfo() instanceof ai.onnxruntime.TensorInfo info) {
                for (int axis = 0; axis < info.getShape().length; axis++) {
                    names.add(info.getShape()[axis] < 0 ? info.getDimensionNames()[axis] : "");
                }
            }
        }
        return List.copyOf(names);
    }

    private static ElementType type(ai.onnxruntime.TensorInfo info) {
        OnnxTensorType type = info.onnxType;
        return switch (type) {
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT -> ElementType.FLOAT32;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16 -> ElementType.FLOAT16;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32 -> ElementType.INT32;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64 -> ElementType.INT64;
            default -> ElementType.OTHER;
        };
    }

    private static List<Long> lengths(ai.onnxruntime.TensorInfo info) {
        List<Long> lengths = new ArrayList<>();
        for (long length : info.getShape()) {
            lengths.add(length < 0 ? -1 : length);
        }
        return lengths;
    }

    /**
     * Copies a value once, into floats.
     *
     * @throws InferenceException if it is no tensor of numbers
     */
    static Tensor read(String name, OnnxValue value) {
        if (!(value instanceof OnnxTensor tensor)) {
            throw new InferenceException("Output " + name + " is no tensor, but " + value + ".");
        }
        long[] shape = tensor.getInfo().getShape();
        int[] lengths = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            lengths[i] = Math.toIntExact(shape[i]);
        }
        return Tensor.of(floats(name, tensor), lengths);
    }

    private static float[] floats(String name, OnnxTensor tensor) {
        return switch (tensor.getInfo().type) {
                // NB: ONNX Runtime copies into a new array of exactly this length
            case FLOAT -> tensor.getFloatBuffer().array();
            case FLOAT16 -> ofHalves(tensor.getShortBuffer());
            case INT32 -> ofInts(tensor.getIntBuffer());
            case INT64 -> ofLongs(tensor.getLongBuffer());
            case INT8 -> ofBytes(tensor.getByteBuffer(), -1);
            case UINT8, BOOL -> ofBytes(tensor.getByteBuffer(), 0xff);
            default ->
                    throw new InferenceException(
                            "Output " + name + " holds no numbers, but " + tensor.getInfo() + ".");
        };
    }

    private static float[] ofHalves(ShortBuffer from) {
        return all(from, i -> Fp16Conversions.fp16ToFloat(from.get(i)));
    }

    private static float[] ofInts(IntBuffer from) {
        return all(from, i -> (float) from.get(i));
    }

    private static float[] ofLongs(LongBuffer from) {
        return all(from, i -> (float) from.get(i));
    }

    private static float[] ofBytes(ByteBuffer from, int mask) {
        return all(from, i -> (float) (from.get(i) & mask));
    }

    /** The value at an index. */
    private interface Values {
        float at(int index);
    }

    private static float[] all(Buffer from, Values values) {
        float[] to = new float[from.remaining()];
        for (int i = 0; i < to.length; i++) {
            to[i] = values.at(i);
        }
        return to;
    }
}
