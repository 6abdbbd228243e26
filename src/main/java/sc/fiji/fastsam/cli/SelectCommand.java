package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.fastsam.batch.Batch;
import sc.fiji.fastsam.batch.BatchReport;
import sc.fiji.fastsam.batch.BatchSettings;
import sc.fiji.fastsam.batch.InputFile;
import sc.fiji.fastsam.batch.InputFiles;
import sc.fiji.fastsam.batch.OutputKind;
import sc.fiji.fastsam.batch.PromptChoice;
import sc.fiji.fastsam.batch.SelectionRun;
import sc.fiji.fastsam.label.OverlapRule;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.FastSamSegmenter;
import sc.fiji.fastsam.segment.PromptSegmenter;

/** {@code fastsam select}: the objects that points and boxes mean. */
@Command(
        name = "select",
        sortOptions = false,
        description = "Finds the objects that points and boxes mean.",
        customSynopsis = "fastsam select [OPTIONS] --out DIR IN...",
        footerHeading = "%n",
        footer = {
            "Results as of fastsam segment, with the chosen objects in the order of the prompts; the"
                    + " column prompts of cells-objects.csv names the prompts that an object answers,"
                    + " and prompts without match have a line of their own.",
            "",
            "Examples:",
            "  fastsam select cells.tif --points \"120,88; 301,40\" --out results",
            "  fastsam select cells.tif --boxes 10,10,60,80 --background 30,30 --out results",
            "  fastsam select plate/ --prompts prompts.csv --out results"
        })
final class SelectCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "IN",
            arity = "1..*",
            description =
                    "Image files (TIFF, PNG, JPEG and what else ImageJ reads) and folders of them.")
    private List<Path> inputs;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder for the results; made if it is not there.")
    private Path folder;

    @Option(
            names = "--write",
            split = ",",
            paramLabel = "WHAT",
            converter = OutputChoice.class,
            description =
                    "Results to write: labels, rois, table, overlay, with commas between (default:"
                            + " all).")
    private List<OutputKind> write = List.of(OutputKind.values());

    @Option(
            names = {"-r", "--recursive"},
            description = "Take the folders' subfolders too; the results repeat their structure.")
    private boolean recursive;

    @Option(
            names = "--overlap-rule",
            paramLabel = "RULE",
            converter = OverlapChoice.class,
            description =
                    "Which object gets a pixel that several hold, in the label image:"
                            + " smallest-on-top, highest-score-on-top, largest-on-top (default:"
                            + " smallest-on-top).")
    private OverlapRule overlap = OverlapRule.SMALLEST_ON_TOP;

    @ArgGroup(validate = false, heading = "%nWhich objects are meant:%n")
    private PromptOptions prompts = new PromptOptions();

    @ArgGroup(validate = false, heading = "%nWhich plane of stacks:%n")
    private PlaneOptions plane = new PlaneOptions();

    @ArgGroup(validate = false, heading = "%nWhat becomes an object:%n")
    private SettingsOptions settings = new SettingsOptions();

    @ArgGroup(validate = false, heading = "%nNetwork and device:%n")
    private ModelOptions model = new ModelOptions();

    private final Console console;

    SelectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        BatchSettings batch = checked(this::batchSettings);
        PromptChoice choice = prompts();
        DeviceRequest device = checked(model::request);
        List<InputFile> files = files();
        OutputFolder.prepare(folder, spec);
        choice.strangers(files).ifPresent(console::complain);
        try (FastSamSegmenter segmenter = model.open(device);
                Interruption interruption = new Interruption();
                RunDisplay display = new RunDisplay(console, interruption)) {
            SelectionRun task =
                    new SelectionRun(new PromptSegmenter(segmenter)::segment, batch, choice);
            BatchReport report = Batch.ofTask(task, batch).run(files, display);
            display.conclude(report, folder);
            return report.isComplete() ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
        }
    }

    private BatchSettings batchSettings() {
        return new BatchSettings(
                folder, EnumSet.copyOf(write), plane.toChoice(), settings.toSettings(), overlap);
    }

    private PromptChoice prompts() {
        try {
            return prompts.toChoice();
        } catch (IllegalArgumentException e) {
            throw usage(e);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<InputFile> files() throws IOException {
        try {
            return InputFiles.of(inputs, recursive);
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private <T> T checked(Supplier<T> options) {
        try {
            return options.get();
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private ParameterException usage(IllegalArgumentException e) {
        return new ParameterException(spec.commandLine(), OptionNames.in(e.getMessage()), e);
    }

    private static final class OutputChoice extends Choices<OutputKind> {
        OutputChoice() {
            super(OutputKind.class);
        }
    }

    private static final class OverlapChoice extends Choices<OverlapRule> {
        OverlapChoice() {
            super(OverlapRule.class);
        }
    }
}
