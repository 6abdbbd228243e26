package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import sc.fiji.fastsam.tensor.Tensor;

/** Says in the user's words why a run failed. */
final class InferenceFailure {

    private InferenceFailure() {}

    static InferenceException of(OrtException e, Tensor input) {
        String advice =
                ModelFailure.isOutOfMemory(e)
                        ? "There is too little memory for an input of "
                                + input
                                + ". Choose a smaller image size, or close other programs."
                        : "The network failed on an input of " + input + ".";
        return new InferenceException(advice + " (" + e.getMessage() + ")", e);
    }
}
