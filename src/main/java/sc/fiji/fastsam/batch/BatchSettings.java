package sc.fiji.fastsam.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.fastsam.batch.report.RunFiles;
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
 * @param network which one it is
 * @param options how the run goes
 */
public record BatchSettings(
        Path folder,
        FileOutputs outputs,
        ImageTask task,
        Optional<FilePrompts> prompts,
        UsedNetwork network,
        RunOptions options) {

    /** No part may be null. */
    public BatchSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(prompts, "prompts");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(outputs, "outputs");
    }

    /** With a network that is not known, and the usual options. */
    public BatchSettings(
            Path folder, FileOutputs outputs, ImageTask task, Optional<FilePrompts> prompts) {
        this(folder, outputs, task, prompts, UsedNetwork.UNKNOWN, RunOptions.DEFAULT);
    }

    /** With another network. */
    public BatchSettings withNetwork(UsedNetwork other) {
        return new BatchSettings(folder, outputs, task, prompts, other, options);
    }

    /** With other options. */
    public BatchSettings withOptions(RunOptions other) {
        return new BatchSettings(folder, outputs, task, prompts, network, other);
    }

    /** The files of the run as a whole. */
    public RunFiles runFiles() {
        return options.shard()
                .map(shard -> RunFiles.ofShard(folder, shard.index(), shard.count()))
                .orElseGet(() -> RunFiles.of(folder));
    }

    /** The files of a file's results. */
    List<Path> targets(InputFile input) {
        return outputs.places().map(place -> place.path(input.targets(folder))).toList();
    }

    /** All files that are read besides the images. */
    List<Path> otherInputs() {
        List<Path> all = new ArrayList<>(network.file().stream().toList());
        prompts.flatMap(FilePrompts::file).ifPresent(file -> all.add(file.path()));
        return all;
    }
}
