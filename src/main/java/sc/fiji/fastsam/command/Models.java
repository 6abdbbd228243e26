package sc.fiji.fastsam.command;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.fastsam.host.ReportWindow;
import sc.fiji.fastsam.host.StatusBar;
import sc.fiji.fastsam.host.StatusLine;
import sc.fiji.fastsam.model.catalog.Catalog;
import sc.fiji.fastsam.model.catalog.CatalogEntry;
import sc.fiji.fastsam.model.catalog.InstalledModel;
import sc.fiji.fastsam.model.catalog.InstalledModels;
import sc.fiji.fastsam.model.catalog.Installer;
import sc.fiji.fastsam.model.catalog.ModelTable;
import sc.fiji.fastsam.model.catalog.Source;
import sc.fiji.fastsam.model.download.Downloader;
import sc.fiji.fastsam.model.download.Mirror;

/** Lists, installs, checks and removes models. Fetches nothing before its license is accepted. */
@Plugin(
        type = Command.class,
        label = Models.LABEL,
        visible = false,
        description = "Installs other networks, CLIP for words and GPU libraries.")
public final class Models extends ContextCommand {

    /** Name of the menu entry and of the macro command. */
    public static final String LABEL = "Models...";

    @Parameter(
            label = "Model",
            description = "Which one; list says what there is.",
            choices = {"fastsam-s", "fastsam-x", "clip", "gpu-cuda12", "gpu-cuda13"},
            persist = false)
    private String name = "clip";

    @Parameter(
            label = "What to do",
            description = "List all, install, check the files of, or remove the one above.",
            choices = {"list", "install", "check", "remove"},
            persist = false)
    private String action = "list";

    @Parameter(
            label = "I accept its license",
            description = "Needed to install. Without it the license is shown.",
            persist = false)
    private boolean accept_license = false;

    @Parameter(type = ItemIO.OUTPUT, label = "Report")
    private String report;

    /** Does it; a license refused, and work that is canceled, become {@link #cancel}. */
    @Override
    public void run() {
        InstalledModels models = InstalledModels.usual();
        if (action.equals("install") && !isAccepted(entry())) {
            cancel("The license of " + name + " was not accepted: nothing was installed.");
            return;
        }
        try {
            report =
                    switch (action) {
                        case "list" -> ModelTable.of(models);
                        case "install" -> install(models);
                        case "check" -> check(models);
                        case "remove" -> remove(models);
                        default ->
                                throw new IllegalArgumentException(
                                        "action must be one of list, install, check, remove, but"
                                                + " was \""
                                                + action
                                                + "\".");
                    };
            ReportWindow.show("FastSAM models", report);
        } catch (CancellationException e) {
            cancel("Canceled; the download goes on where it ended when run again.");
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } finally {
            StatusLine.clear();
        }
    }

    private String install(InstalledModels models) throws IOException {
        CatalogEntry entry = entry();
        Source source = Source.of(Downloader.create(Mirror.of(System.getenv()), System.getenv()));
        Installer.Result result =
                new Installer(models, source).install(entry, entry.license(), new StatusBar());
        return "Installed "
                + name
                + " in "
                + result.model().folder()
                + "\n"
                + String.join("\n", result.notes());
    }

    /**
     * True if its license is accepted; what was not accepted yet is asked for, where there is
     * someone to ask.
     *
     * @throws IllegalArgumentException if there is nobody to ask
     */
    private boolean isAccepted(CatalogEntry entry) {
        if (accept_license) {
            return true;
        }
        if (!GraphicsEnvironment.isHeadless() && !IJ.isMacro()) {
            return isAcceptedNow(entry);
        }
        throw new IllegalArgumentException(
                "The license of "
                        + name
                        + " must be accepted (accept_license=true). "
                        + license(entry));
    }

    private static boolean isAcceptedNow(CatalogEntry entry) {
        return IJ.showMessageWithCancel(
                "License of " + entry.id(), license(entry) + "\n \nOK = I accept it.");
    }

    private static String license(CatalogEntry entry) {
        return String.format(
                Locale.ROOT,
                "%s, %.0f MB.%n%s: %s%nFull text: %s",
                entry.title(),
                entry.size() / 1e6,
                entry.license().name(),
                entry.license().summary().replaceAll("(.{70,90}) ", "$1\n"),
                entry.license().text());
    }

    private String check(InstalledModels models) throws IOException {
        InstalledModel model = installed(models);
        List<String> problems = models.check(model, new StatusBar());
        return problems.isEmpty()
                ? name + ": all files are as they were installed."
                : String.join("\n", problems);
    }

    private String remove(InstalledModels models) throws IOException {
        if (Catalog.find(name).filter(Models::isOptional).isPresent()) {
            installed(models);
        }
        models.remove(name);
        return "Removed " + name + ".";
    }

    private InstalledModel installed(InstalledModels models) throws IOException {
        return models.find(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        name + " is not installed (action=list says what is)."));
    }

    private CatalogEntry entry() {
        return Catalog.find(name)
                .filter(Models::isOptional)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "name must be one of "
                                                + String.join(", ", ids())
                                                + ", but was \""
                                                + name
                                                + "\"."));
    }

    /** Those that can be installed. */
    private static List<String> ids() {
        return Catalog.entries().stream().filter(Models::isOptional).map(CatalogEntry::id).toList();
    }

    private static boolean isOptional(CatalogEntry entry) {
        return entry.kind() != CatalogEntry.Kind.BUNDLED;
    }
}
