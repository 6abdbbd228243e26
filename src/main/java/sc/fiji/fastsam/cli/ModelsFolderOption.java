package sc.fiji.fastsam.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import sc.fiji.fastsam.model.catalog.InstalledModels;

/** Option that names the folder of models. */
final class ModelsFolderOption {

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Folder of models (default: see fastsam models --help).")
    private Path folder;

    InstalledModels models() {
        return folder == null ? InstalledModels.usual() : new InstalledModels(folder);
    }
}
