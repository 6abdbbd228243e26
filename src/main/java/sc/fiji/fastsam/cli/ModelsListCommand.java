package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sc.fiji.fastsam.model.catalog.Catalog;
import sc.fiji.fastsam.model.catalog.CatalogEntry;
import sc.fiji.fastsam.model.catalog.InstalledModel;
import sc.fiji.fastsam.model.catalog.InstalledModels;

/** {@code fastsam models list}: what there is, and what of it is here. */
@Command(
        name = "list",
        addMethodSubcommands = false,
        description = "Lists what can be installed and what is, with sizes and licenses.")
final class ModelsListCommand implements Callable<Integer> {

    private static final String LINE = "%-16s %-10s %8s  %-13s %s%n";

    @Mixin private ModelsFolderOption folder;
    private final Console console;

    ModelsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        InstalledModels models = folder.models();
        console.out().printf(Locale.ROOT, LINE, "id", "state", "download", "license", "title");
        for (CatalogEntry entry : Catalog.entries()) {
            boolean bundled = entry.kind() == CatalogEntry.Kind.BUNDLED;
            boolean here = models.find(entry.id()).isPresent();
            String state = bundled ? "built in" : here ? "installed" : "-";
            String size = String.format(Locale.ROOT, "%.0f MB", entry.size() / 1e6);
            line(entry.id(), state, bundled ? "-" : size, entry.license().name(), entry.title());
        }
        for (InstalledModel model : models.list()) {
            if (Catalog.find(model.id()).isEmpty()) {
                line(model.id(), "added", "-", model.license(), model.title());
            }
        }
        console.out().println("Folder: " + models.folder());
        return ExitCodes.DONE;
    }

    private void line(String... columns) {
        console.out().printf(Locale.ROOT, LINE, (Object[]) columns);
    }
}
