package sc.fiji.fastsam.onnx;

import java.util.Arrays;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * The shape that a network's input gets from a tensor: its own, but that a single image of one
 * channel is given to each channel of a network that declares several.
 */
final class InputShape {

    private static final int CHANNELS = 1;

    private InputShape() {}

    /** The shape, axis by axis. */
    static long[] of(TensorInfo declared, Tensor input) {
        long[] shape = Arrays.stream(input.shape()).asLongStream().toArray();
        if (isRepeated(declared, input)) {
            shape[CHANNELS] = declared.shape().get(CHANNELS);
        }
        return shape;
    }

    private static boolean isRepeated(TensorInfo declared, Tensor input) {
        return input.rank() == 4
                && declared.rank() == 4
                && input.length(0) == 1
                && input.length(CHANNELS) == 1
                && declared.shape().get(CHANNELS) > 1;
    }

    /**
     * Compares an input with what the network declares.
     *
     * @throws IllegalArgumentException if an axis has another length than declared
     */
    static void check(TensorInfo declared, Tensor input) {
        long[] shape = of(declared, input);
        boolean same = declared.rank() == shape.length;
        for (int axis = 0; same && axis < shape.length; axis++) {
            long length = declared.shape().get(axis);
            same = length < 0 || length == shape[axis];
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "The input must be " + declared + ", but was " + input + ".");
        }
    }
}
