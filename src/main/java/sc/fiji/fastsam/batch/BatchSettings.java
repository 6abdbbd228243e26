package sc.fiji.fastsam.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;

/**
 * What a run does with each file.
 *
 * @param folder where the results go
 * @param outputs which results are written, and as what
 * @param task what of each image is segmented, and how; its diameter may need an image's
 *     calibration
 * @param prompts which objects are meant; nothing = all
 * @param otherInputs files that are read besides images and prompts, as the network's: no result is
 *     written over them
 * @param timeout time that a file may take; nothing = any
 */
public record BatchSettings(
        Path folder,
        FileOutputs outputs,
        ImageTask task,
        Optional<FilePrompts> prompts,
        List<Path> otherInputs,
        Optional<Duration> timeout) {

    /**
     * @throws IllegalArgumentException if the time is not more than 0
     */
    public BatchSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(prompts, "prompts");
        Objects.requireNonNull(outputs, "outputs");
        otherInputs = List.copyOf(otherInputs);
        if (timeout.isPresent() && timeout.get().compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(
                    "The time that a file may take must be more than 0 seconds, but was "
                            + timeout.get().toMillis() / 1000.0
                            + ".");
        }
    }

    /** Without further inputs or limits. */
    public BatchSettings(
            Path folder, FileOutputs outputs, ImageTask task, Optional<FilePrompts> prompts) {
        this(folder, outputs, task, prompts, List.of(), Optional.empty());
    }

    /** With further files that are read. */
    public BatchSettings withOtherInputs(List<Path> files) {
        return new BatchSettings(folder, outputs, task, prompts, files, timeout);
    }

    /** With a time that a file may take. */
    public BatchSettings withTimeout(Duration time) {
        return new BatchSettings(folder, outputs, task, prompts, otherInputs, Optional.of(time));
    }

    /** All files that are read besides the images. */
    List<Path> allOtherInputs() {
        List<Path> all = new ArrayList<>(otherInputs);
        prompts.flatMap(FilePrompts::file).ifPresent(file -> all.add(file.path()));
        return all;
    }
}
