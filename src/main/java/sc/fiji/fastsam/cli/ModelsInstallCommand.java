package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.fastsam.model.catalog.Catalog;
import sc.fiji.fastsam.model.catalog.CatalogEntry;
import sc.fiji.fastsam.model.catalog.Installer;
import sc.fiji.fastsam.model.catalog.Source;
import sc.fiji.fastsam.model.download.Downloader;
import sc.fiji.fastsam.model.download.Mirror;

/** {@code fastsam models install}: one of the catalog. */
@Command(
        name = "install",
        addMethodSubcommands = false,
        sortOptions = false,
        description =
                "Fetches a model of the list, checks and unpacks it. A download that broke off goes"
                        + " on where it ended.")
final class ModelsInstallCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Of fastsam models list.")
    private String id;

    @Option(
            names = "--accept-license",
            description =
                    "Accept its license without being asked; the license is shown without it.")
    private boolean accepted;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Take the files from this folder instead of the network.")
    private Path from;

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description =
                    "Fetch https://HOST/PATH from URL/HOST/PATH instead (default: the variable"
                            + " FASTSAM_MIRROR).")
    private String mirror;

    @Mixin private ModelsFolderOption folder;
    private final Console console;

    ModelsInstallCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CatalogEntry entry =
                Catalog.find(id)
                        .filter(found -> found.kind() != CatalogEntry.Kind.BUNDLED)
                        .orElseThrow(() -> usage("There is no " + id + " to install: " + ids()));
        Installer installer = new Installer(folder.models(), source());
        if (!isAccepted(entry)) {
            throw usage("The license was not accepted; add --accept-license to accept it");
        }
        try (ModelWork work = new ModelWork(console)) {
            report(installer.install(entry, entry.license(), work));
            return ExitCodes.DONE;
        } catch (CancellationException e) {
            console.complain("canceled; the download goes on where it ended when run again");
            return ExitCodes.SOME_FAILED;
        }
    }

    private void report(Installer.Result result) {
        result.notes().forEach(note -> console.complain(note + "."));
        console.out().println("Installed " + id + " in " + result.model().folder());
    }

    private Source source() {
        try {
            return from != null
                    ? Source.ofFolder(from)
                    : Source.of(
                            Downloader.create(
                                    mirror == null
                                            ? Mirror.of(System.getenv())
                                            : new Mirror(mirror),
                                    System.getenv()));
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private boolean isAccepted(CatalogEntry entry) {
        if (accepted) {
            return true;
        }
        console.out()
                .printf(
                        Locale.ROOT,
                        "%s, %.0f MB%nLicense %s: %s%nFull text: %s%n",
                        entry.title(),
                        entry.size() / 1e6,
                        entry.license().name(),
                        entry.license().summary(),
                        entry.license().text());
        if (!console.isTerminal()) {
            return false;
        }
        String answer = System.console().readLine("Type yes to accept it: ");
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    private static String ids() {
        return Catalog.entries().stream()
                .filter(entry -> entry.kind() != CatalogEntry.Kind.BUNDLED)
                .map(CatalogEntry::id)
                .collect(Collectors.joining(", "));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
