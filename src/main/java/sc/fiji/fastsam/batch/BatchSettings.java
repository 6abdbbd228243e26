package sc.fiji.fastsam.batch;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;

/**
 * What a run does with each file.
 *
 * @param folder where the results go
 * @param outputs which results are written
 * @param task what of each image is segmented, and how; its diameter may need an image's
 *     calibration
 * @param prompts which objects are meant; nothing = all
 */
public record BatchSettings(
        Path folder, Set<OutputKind> outputs, ImageTask task, Optional<FilePrompts> prompts) {

    /**
     * @throws IllegalArgumentException if there is nothing to write
     */
    public BatchSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(prompts, "prompts");
        outputs = Set.copyOf(outputs);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("Nothing to write: choose at least one output.");
        }
    }
}
