package sc.fiji.fastsam.onnx;

import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/** Compares an input with what the network declares. */
final class InputShape {

    private InputShape() {}

    /**
     * @throws IllegalArgumentException if an axis has another length than declared
     */
    static void check(TensorInfo declared, Tensor input) {
        boolean same = declared.rank() == input.rank();
        for (int axis = 0; same && axis < input.rank(); axis++) {
            long length = declared.shape().get(axis);
            same = length < 0 || length == input.length(axis);
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "The input must be " + declared + ", but was " + input + ".");
        }
    }
}
