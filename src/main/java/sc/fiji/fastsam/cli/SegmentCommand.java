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
import sc.fiji.fastsam.label.OverlapRule;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.FastSamSegmenter;

/** {@code fastsam segment}: images in, label images, ROIs, tables and pictures out. */
@Command(
        name = "segment",
        sortOptions = false,
        description = "Finds every object in images.",
        customSynopsis = "fastsam segment [OPTIONS] --out DIR IN...",
        footerHeading = "%n",
        footer = {
            "Results of cells.tif: cells-labels.tif (pixels of object n hold n), cells-rois.zip"
                    + " (ImageJ ROI set), cells-objects.csv (measures), cells-overlay.png (picture),"
                    + " and for the whole run report.csv and report.json. Files that share a name but"
                    + " for its ending keep the ending: cells.png-labels.tif. Results of earlier runs"
                    + " are replaced; an input never is.",
            "",
            "Examples:",
            "  fastsam segment cells.tif --out results",
            "  fastsam segment plate1/ plate2/ --recursive --out results --write labels,table",
            "  fastsam segment stack.tif --slice 12 --channel 2 --diameter 30 --out results"
        })
final class SegmentCommand implements Callable<Integer> {

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

    @ArgGroup(validate = false, heading = "%nWhich plane of stacks:%n")
    private PlaneOptions plane = new PlaneOptions();

    @ArgGroup(validate = false, heading = "%nWhat becomes an object:%n")
    private SettingsOptions settings = new SettingsOptions();

    @ArgGroup(validate = false, heading = "%nNetwork and device:%n")
    private ModelOptions model = new ModelOptions();

    private final Console console;

    SegmentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        BatchSettings batch = checked(this::batchSettings);
        DeviceRequest device = checked(model::request);
        List<InputFile> files = files();
        OutputFolder.prepare(folder, spec);
        try (FastSamSegmenter segmenter = model.open(device);
                Interruption interruption = new Interruption();
                RunDisplay display = new RunDisplay(console, interruption)) {
            BatchReport report =
                    Batch.ofSegmenter(segmenter::segmentOnce, batch).run(files, display);
            display.conclude(report, folder);
            return report.isComplete() ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
        }
    }

    private BatchSettings batchSettings() {
        return new BatchSettings(
                folder, EnumSet.copyOf(write), plane.toChoice(), settings.toSettings(), overlap);
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
