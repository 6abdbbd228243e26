package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fastsam models remove}: deletes what was installed or added. */
@Command(
        name = "remove",
        addMethodSubcommands = false,
        description = "Deletes a model that was installed or added.")
final class ModelsRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Of fastsam models list.")
    private String id;

    @Mixin private ModelsFolderOption folder;
    private final Console console;

    ModelsRemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        folder.models().remove(id);
        console.out().println("Removed " + id);
        return ExitCodes.DONE;
    }
}
