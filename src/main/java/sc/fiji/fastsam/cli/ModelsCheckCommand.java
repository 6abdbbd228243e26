package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.catalog.InstalledModel;
import sc.fiji.fastsam.model.catalog.InstalledModels;

/** {@code fastsam models check}: whether the files are as they were. */
@Command(
        name = "check",
        addMethodSubcommands = false,
        description = "Compares the files of models with what was noted when they were installed.")
final class ModelsCheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Of fastsam models list (default: all that are installed).")
    private List<String> ids = List.of();

    @Mixin private ModelsFolderOption folder;
    private final Console console;

    ModelsCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        InstalledModels models = folder.models();
        boolean good = true;
        try (ModelWork work = new ModelWork(console)) {
            for (String id : ids.isEmpty() ? all(models) : ids) {
                InstalledModel model =
                        models.find(id)
                                .orElseThrow(() -> new ModelException(id + " is not installed."));
                List<String> problems = models.check(model, work);
                problems.forEach(console::complain);
                console.out()
                        .println(id + ": " + (problems.isEmpty() ? "as installed" : "damaged"));
                good &= problems.isEmpty();
            }
        } catch (CancellationException e) {
            console.complain("canceled");
            return ExitCodes.SOME_FAILED;
        }
        return good ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
    }

    private static List<String> all(InstalledModels models) throws IOException {
        return models.list().stream().map(InstalledModel::id).toList();
    }
}
