package sc.fiji.fastsam.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code fastsam}: holds the commands. */
@Command(
        name = "fastsam",
        addMethodSubcommands = false,
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Segments everything in microscopy images with a FastSAM network.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  everything is done",
            "  1  some inputs failed, the others are done",
            "  2  the command line is wrong, nothing was done",
            "  3  the model or the device cannot be used, nothing was done"
        })
final class FastSamCommand implements Runnable {

    @Spec private CommandSpec spec;
    private final Console console;

    private FastSamCommand(Console console) {
        this.console = console;
    }

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Print stack traces and what libraries say.")
    void setDebug(boolean debug) {
        console.setDebug(debug);
    }

    /** The command line with all its commands. */
    static CommandLine commandLine(Console console) {
        return commandLine(console, commands(console, HeadStart.none()).values());
    }

    /**
     * Runs a command.
     *
     * @return its exit code
     */
    static int execute(Console console, String... args) {
        // NB: else picocli looks for Groovy, and loads types that no option has: 10 ms.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
        try (HeadStart network = HeadStart.of(args)) {
            return commandLine(console, needed(console, network, args)).execute(args);
        }
    }

    /**
     * The command that the first word names, alone: a command's options are built in 30 ms, and
     * what it does not know it cannot mean. All of them for the rest, such as help or a word that
     * is none of theirs, but for the version.
     */
    private static Collection<Supplier<CommandLine>> needed(
            Console console, HeadStart network, String... args) {
        Map<String, Supplier<CommandLine>> commands = commands(console, network);
        String first = args.length == 0 ? "" : args[0];
        if (commands.containsKey(first)) {
            return List.of(commands.get(first));
        }
        return first.equals("--version") ? List.of() : commands.values();
    }

    private static Map<String, Supplier<CommandLine>> commands(Console console, HeadStart network) {
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("segment", () -> grouped(new SegmentCommand(console, network)));
        commands.put("select", () -> grouped(new SelectCommand(console, network)));
        commands.put("evaluate", () -> new CommandLine(new EvaluateCommand(console)));
        commands.put("report", () -> ReportCommand.commandLine(console));
        commands.put("info", () -> grouped(new InfoCommand(console)));
        commands.put("models", () -> ModelsCommand.commandLine(console));
        return commands;
    }

    private static CommandLine commandLine(
            Console console, Collection<Supplier<CommandLine>> commands) {
        CommandLine line = new CommandLine(new FastSamCommand(console));
        commands.forEach(command -> line.addSubcommand(command.get()));
        line.setOut(console.out());
        line.setErr(console.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, new PathReader());
        Failures failures = new Failures(console);
        line.setExecutionStrategy(new OptionsOnce());
        line.setParameterExceptionHandler(failures);
        line.setExecutionExceptionHandler(failures);
        return line;
    }

    private static CommandLine grouped(Grouped command) {
        CommandLine line = new CommandLine(command);
        // NB: a loop, as references to picocli's methods keep its types out of the archive of
        // classes.
        for (ArgGroupSpec group : command.groups()) {
            line.getCommandSpec().addArgGroup(group);
        }
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /**
     * Runs a command whose options are each given once. Picocli refuses a repeated option itself,
     * but not one of a group: there it begins the group anew, and the options before are lost.
     */
    private static final class OptionsOnce implements IExecutionStrategy {

        private final IExecutionStrategy runner = new RunLast();

        @Override
        public int execute(ParseResult parsed) {
            for (CommandLine line : parsed.asCommandLineList()) {
                line.getParseResult().matchedOptions().stream()
                        .filter(option -> !option.isMultiValue() && option.typedValues().size() > 1)
                        .findFirst()
                        .ifPresent(option -> refuse(line, option));
            }
            return runner.execute(parsed);
        }

        private static void refuse(CommandLine line, OptionSpec option) {
            throw new ParameterException(
                    line, "option '" + option.longestName() + "' should be specified only once");
        }
    }
}
