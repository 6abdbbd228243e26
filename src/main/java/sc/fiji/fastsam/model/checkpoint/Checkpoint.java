package sc.fiji.fastsam.model.checkpoint;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sc.fiji.fastsam.model.pickle.PickleDict;
import sc.fiji.fastsam.model.pickle.PickleObject;

/**
 * A network as a checkpoint holds it, with what training wrote beside it.
 *
 * @param network its part "model" holds the layers
 * @param classes names, in their order
 * @param imageSize longer side of the images it was trained with, in pixels, if known
 * @param version of Ultralytics; empty if unknown
 * @param license as the file has it; empty if unknown
 */
public record Checkpoint(
        TorchModule network,
        List<String> classes,
        OptionalInt imageSize,
        String version,
        String license) {

    /**
     * Reads all but the weights.
     *
     * @throws CheckpointException if there is no network in it
     * @throws IOException if it cannot be read, or (a {@code PickleException}) its pickle is not
     *     one of a network
     */
    public static Checkpoint read(CheckpointFile file) throws IOException {
        Object root = file.readPickle();
        if (root instanceof PickleObject model) {
            return of(file, model, Optional.empty());
        }
        if (!(root instanceof PickleDict facts)) {
            throw new CheckpointException("holds " + root + " instead of a network");
        }
        Object model = facts.get("ema").or(() -> facts.get("model")).orElse(facts);
        if (model instanceof PickleObject network) {
            return of(file, network, Optional.of(facts));
        }
        throw new CheckpointException(
                isStateDict(model)
                        ? "holds a state dict, which is weights without the network they belong to."
                                + " Import the full model, as Ultralytics saves it"
                        : "holds " + model + " without a network of Ultralytics");
    }

    private static Checkpoint of(
            CheckpointFile file, PickleObject model, Optional<PickleDict> facts) {
        Facts known = new Facts(model.state(), facts);
        return new Checkpoint(
                new TorchModule(file, model, ""),
                known.classes(),
                known.imageSize(),
                known.text("version"),
                known.text("license"));
    }

    private static boolean isStateDict(Object value) {
        return value instanceof PickleDict dict
                && !dict.entries().isEmpty()
                && dict.entries().values().stream()
                        .anyMatch(
                                item ->
                                        item instanceof PickleDict inner && isTensors(inner)
                                                || isTensor(item));
    }

    private static boolean isTensors(PickleDict dict) {
        return dict.entries().values().stream().anyMatch(Checkpoint::isTensor);
    }

    private static boolean isTensor(Object value) {
        return value instanceof PickleObject object
                && object.className().name().startsWith("_rebuild_");
    }
}
