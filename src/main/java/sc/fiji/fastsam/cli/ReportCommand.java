package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.fastsam.batch.MergedReport;
import sc.fiji.fastsam.batch.report.ReportCounts;
import sc.fiji.fastsam.batch.report.RunFiles;
import sc.fiji.fastsam.settings.Counted;

/** {@code fastsam report}: holds the commands about reports. */
@Command(
        name = "report",
        addMethodSubcommands = false,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "merge DIR... [--out DIR]: makes one report, and one objects.csv, of what the shards"
                        + " of a run have done, by their journals; as well of a run that was killed.",
        footerHeading = "%n",
        footer = {
            "Each DIR is an output folder; --out is the first of them unless it is named. Files that"
                    + " no shard has finished are listed as missing, with the shard to run again; then"
                    + " the exit code is 1, and so it is if a file failed or the shards ran with"
                    + " different settings.",
            "",
            "Example:",
            "  fastsam segment plate/ --shard 1/2 --out results",
            "  fastsam segment plate/ --shard 2/2 --out results",
            "  fastsam report merge results"
        })
final class ReportCommand implements Runnable {

    @Spec private CommandSpec spec;

    private ReportCommand() {}

    /** With all its commands. */
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new ReportCommand());
        line.addSubcommand(new Merge(console));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** {@code fastsam report merge}. */
    @Command(
            name = "merge",
            addMethodSubcommands = false,
            description = "Makes one report of several runs.")
    private static final class Merge implements Callable<Integer> {

        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "DIR", arity = "1..*", description = "Output folders of the runs.")
        private List<Path> folders;

        @Option(
                names = {"-o", "--out"},
                paramLabel = "DIR",
                description = "Folder for the report (default: the first).")
        private Path out;

        private final Console console;

        Merge(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            for (Path folder : folders) {
                if (!Files.isDirectory(folder)) {
                    throw new ParameterException(
                            spec.commandLine(), folder + " is no folder. Name output folders.");
                }
            }
            Path target = out == null ? folders.get(0) : out;
            MergedReport report = MergedReport.of(folders);
            report.write(target);
            report.notes().forEach(note -> console.complain(note + "."));
            report.problems().forEach(problem -> console.complain(problem + "."));
            ReportCounts counts = report.counts();
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%d of %d files done, %d failed, %d missing, %s; report: %s%n",
                            counts.done(),
                            counts.files(),
                            counts.failed(),
                            counts.missing(),
                            Counted.objects(counts.objects()),
                            RunFiles.of(target).csv());
            boolean good = counts.isComplete() && report.problems().isEmpty();
            return good ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
        }
    }
}
