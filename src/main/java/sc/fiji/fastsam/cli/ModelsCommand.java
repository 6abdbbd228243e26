package sc.fiji.fastsam.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fastsam models}: holds the commands about models. */
@Command(
        name = "models",
        addMethodSubcommands = false,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Lists, installs, adds, removes and checks models: networks, CLIP for words, and GPU"
                        + " libraries. Nothing is fetched before its license is accepted.",
        footerHeading = "%n",
        footer = {
            "Models are kept in one folder: ~/.local/share/fastsam/models (Linux), ~/Library/"
                    + "Application Support/fastsam/models (macOS), %%LOCALAPPDATA%%\\fastsam\\models"
                    + " (Windows), or where FASTSAM_MODELS or --folder says.",
            "",
            "Examples:",
            "  fastsam models list",
            "  fastsam models install fastsam-s",
            "  fastsam models add FastSAM-x.pt",
            "  fastsam segment cells.tif --model fastsam-s --out results"
        })
final class ModelsCommand implements Runnable {

    @Spec private CommandSpec spec;

    private ModelsCommand() {}

    /** With all its commands. */
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new ModelsCommand());
        line.addSubcommand(new ModelsListCommand(console));
        line.addSubcommand(new ModelsInstallCommand(console));
        line.addSubcommand(new ModelsAddCommand(console));
        line.addSubcommand(new ModelsRemoveCommand(console));
        line.addSubcommand(new ModelsCheckCommand(console));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
