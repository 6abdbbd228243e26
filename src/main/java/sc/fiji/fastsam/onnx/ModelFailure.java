package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;

/** Says in the user's words why ONNX Runtime would not take a network. */
final class ModelFailure {

    private ModelFailure() {}

    /**
     * @throws ModelException if the file is to blame, whatever the device
     */
    static void throwIfModel(ModelFile model, OrtException e) throws ModelException {
        Optional<String> what = blame(e);
        if (what.isPresent()) {
            throw model.problem(what.get(), e);
        }
    }

    /** For failures on the CPU, where only the network can be to blame. */
    static ModelException unusable(ModelFile model, OrtException e) {
        return model.problem(
                "cannot be opened with ONNX Runtime "
                        + Natives.version()
                        + " ("
                        + e.getMessage()
                        + "). "
                        + advice(e),
                e);
    }

    private static Optional<String> blame(OrtException e) {
        return switch (e.getCode()) {
            case ORT_INVALID_PROTOBUF ->
                    Optional.of(
                            "is no ONNX file, or only a part of one: "
                                    + e.getMessage()
                                    + " Download or export it again.");
            case ORT_NO_MODEL, ORT_NO_SUCHFILE, ORT_INVALID_GRAPH, ORT_NOT_IMPLEMENTED ->
                    Optional.of(unusable(e));
            default -> Optional.empty();
        };
    }

    private static String unusable(OrtException e) {
        return "cannot be opened (" + e.getMessage() + "). " + advice(e);
    }

    private static String advice(OrtException e) {
        return String.valueOf(e.getMessage()).contains("External data")
                ? "Its weights are in another file: put that beside it, under the name that it had"
                        + " when it was exported, or export the network again into one file."
                : "Export it again, with opset 17 or so, or choose another.";
    }

    /** Whether a run ended because memory did not suffice. */
    static boolean isOutOfMemory(OrtException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("out of memory")
                || message.contains("failed to allocate")
                || message.contains("bad_alloc")
                || message.contains("bad allocation")
                || message.contains("alloc_failed")
                || message.contains("cuda failure 2:");
    }
}
