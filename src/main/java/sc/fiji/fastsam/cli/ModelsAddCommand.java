package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.catalog.InstalledModel;
import sc.fiji.fastsam.model.catalog.InstalledModels;
import sc.fiji.fastsam.model.catalog.OwnModels;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.NetworkSegmenter;
import sc.fiji.fastsam.settings.Device;

/** {@code fastsam models add}: a file of the user's. */
@Command(
        name = "add",
        addMethodSubcommands = false,
        sortOptions = false,
        description =
                "Adds a network of your own: an ONNX file, or a PyTorch checkpoint of Ultralytics"
                        + " (.pt), which is converted without Python and without running anything in"
                        + " it.")
final class ModelsAddCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = ".pt or .onnx file.")
    private Path file;

    @Option(
            names = "--name",
            paramLabel = "ID",
            description = "Its name from now on (default: that of the file).")
    private String name;

    @Mixin private ModelsFolderOption folder;
    private final Console console;

    ModelsAddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        InstalledModels models = folder.models();
        try (ModelWork work = new ModelWork(console)) {
            InstalledModel model = new OwnModels(models).add(file, Optional.ofNullable(name), work);
            tryOut(models, model);
            console.out().println("Added " + model.id() + " in " + model.folder());
            return ExitCodes.DONE;
        } catch (CancellationException e) {
            console.complain("canceled; nothing was added");
            return ExitCodes.SOME_FAILED;
        }
    }

    /** NB: a network that cannot be opened, or read, would fail at its first use, far from here. */
    private void tryOut(InstalledModels models, InstalledModel model) throws IOException {
        try (NetworkSegmenter segmenter =
                NetworkSegmenter.open(
                        NetworkId.of(models.resolve(model.id()), DeviceRequest.of(Device.CPU)))) {
            segmenter.tryOut();
            ModelFacts.of(segmenter.model()).forEach(fact -> console.out().println("  " + fact));
        } catch (ModelException e) {
            models.remove(model.id());
            throw e;
        }
    }
}
