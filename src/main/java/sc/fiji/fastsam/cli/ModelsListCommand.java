package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sc.fiji.fastsam.model.catalog.ModelTable;

/** {@code fastsam models list}: what there is, and what of it is here. */
@Command(
        name = "list",
        addMethodSubcommands = false,
        description = "Lists what can be installed and what is, with sizes and licenses.")
final class ModelsListCommand implements Callable<Integer> {

    @Mixin private ModelsFolderOption folder;
    private final Console console;

    ModelsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.out().println(ModelTable.of(folder.models()));
        return ExitCodes.DONE;
    }
}
