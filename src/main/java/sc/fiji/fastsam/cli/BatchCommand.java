package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.fastsam.batch.Batch;
import sc.fiji.fastsam.batch.BatchReport;
import sc.fiji.fastsam.batch.BatchSettings;
import sc.fiji.fastsam.batch.FilePrompts;
import sc.fiji.fastsam.batch.InputFile;
import sc.fiji.fastsam.batch.InputFiles;
import sc.fiji.fastsam.batch.NamePatterns;
import sc.fiji.fastsam.batch.RunOptions;
import sc.fiji.fastsam.batch.Shard;
import sc.fiji.fastsam.batch.UsedNetwork;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.engine.PlaneSegmenter;
import sc.fiji.fastsam.engine.StackLinks;
import sc.fiji.fastsam.io.FolderCase;
import sc.fiji.fastsam.io.IoReasons;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.settings.LinkKeys;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.Settings;
import sc.fiji.fastsam.settings.UnusedKeys;

/** What commands that take image files to results have in common: options, and how a run goes. */
abstract class BatchCommand implements Callable<Integer>, Grouped {

    /** Place in the help of a subclass's own group of options: before those of this class. */
    static final int FIRST_GROUP = 0;

    /** A year. */
    private static final int LONGEST_SECONDS = 365 * 24 * 3600;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "IN",
            arity = "1..*",
            description =
                    "Image files (TIFF, OME-Zarr, PNG, JPEG and others) and folders of them. A Zarr"
                            + " store is one image.")
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
            converter = OutputReader.class,
            description =
                    "Results to write: labels, parents, rois, table, overlay, geojson, with commas"
                            + " between (default: all but parents and geojson).")
    private List<OutputKind> write = OutputKind.USUAL;

    @Option(
            names = {"-r", "--recursive"},
            description = "Take the folders' subfolders too; the results repeat their structure.")
    private boolean recursive;

    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            description =
                    "Of folders take the files that match, as *_dapi.tif or day1/*, whatever their"
                            + " endings; may be given several times (default: the endings of"
                            + " images).")
    private List<String> include = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            description = "Leave out files that match; may be given several times.")
    private List<String> exclude = List.of();

    @Option(
            names = "--force",
            description =
                    "Do everything again. Without it, what an earlier run into DIR has done with the"
                            + " same settings stays.")
    private boolean force;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Do the I-th of N parts of the files, as one of several computers; report and"
                            + " journal are the part's own. See fastsam report.")
    private String shard;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description =
                    "Give up a file that takes longer and go on with the next (default: no limit).")
    private Double timeout;

    @ArgGroup(validate = false, order = FIRST_GROUP + 1, heading = "%nWhich plane of stacks:%n")
    private PlaneOptions plane = new PlaneOptions();

    private final SettingsOptions settings = new SettingsOptions();
    private final OptionGroup links = new OptionGroup("Objects through a stack", LinkKeys.all());
    private final ModelOptions model = new ModelOptions();

    private final Console console;
    private final HeadStart begun;

    /**
     * @param begun a network that may be the one that the options name
     */
    BatchCommand(Console console, HeadStart begun) {
        this.console = console;
        this.begun = begun;
    }

    /**
     * Which objects are meant; nothing = all.
     *
     * @param network settings of the device, and of CLIP for words
     * @throws IllegalArgumentException if the command's own options make no sense
     * @throws ModelException if words need CLIP, and it is not installed
     */
    abstract Optional<FilePrompts> prompts(Settings network) throws ModelException;

    @Override
    public List<ArgGroupSpec> groups() {
        return List.of(
                settings.spec(FIRST_GROUP + 2),
                links.spec(FIRST_GROUP + 3),
                model.spec(FIRST_GROUP + 4));
    }

    @Override
    public final Integer call() throws IOException {
        BatchSettings batch = checked(this::batchSettings);
        DeviceRequest device = checked(model::request);
        NamePatterns patterns = checked(() -> new NamePatterns(include, exclude));
        UnusedKeys.ofFiles(batch.task().toSettings(), batch.outputs().haveMeasures())
                .forEach(unused -> console.complain(OptionNames.in(unused, spec) + "."));
        try (Interruption interruption = new Interruption()) {
            boolean caseSensitive = OutputFolder.prepare(folder, spec);
            List<InputFile> files = InputFiles.of(inputs, recursive, patterns, caseSensitive);
            batch.prompts().ifPresent(prompts -> prompts.notes(files).forEach(console::complain));
            List<InputFile> asked = batch.prompts().map(p -> p.asked(files)).orElse(files);
            return run(asked, batch, device, interruption);
        }
    }

    private int run(
            List<InputFile> files,
            BatchSettings batch,
            DeviceRequest device,
            Interruption interruption)
            throws IOException {
        try (OpeningNetwork network = model.open(device, begun);
                RunDisplay display = new RunDisplay(console, spec, interruption)) {
            BatchSettings known = batch.withNetwork(UsedNetwork.of(model.file()));
            Batch run = Batch.opening(() -> PlaneSegmenter.once(network.await()), known);
            BatchReport report = run.run(files, display);
            display.conclude(report, known.runFiles());
            return report.isComplete() ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
        }
    }

    private BatchSettings batchSettings() throws IOException {
        ImageTask task =
                new ImageTask(
                        settings.toSettings(),
                        settings.overlap(),
                        plane.toRange(),
                        false,
                        Optional.empty(),
                        StackLinks.of(links.values()),
                        settings.measured());
        FileOutputs outputs = new FileOutputs(Set.copyOf(write), settings.labelsFormat());
        return new BatchSettings(folder, outputs, task, prompts(model.values()))
                .withOptions(options());
    }

    private RunOptions options() {
        RunOptions options = RunOptions.DEFAULT.withFilesAtOnce().withForce(force);
        options = timeout == null ? options : options.withTimeout(duration());
        return shard == null ? options : options.withShard(Shard.parse(shard));
    }

    private Duration duration() {
        if (!(timeout > 0 && timeout <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException(
                    "--timeout must be more than 0 and at most "
                            + LONGEST_SECONDS
                            + " seconds, but was "
                            + timeout
                            + ".");
        }
        return Duration.ofNanos(Math.max(1, (long) (timeout * 1e9)));
    }

    private <T> T checked(Options<T> options) throws IOException {
        try {
            return options.get();
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private ParameterException usage(IllegalArgumentException e) {
        return usage(OptionNames.in(e.getMessage(), spec), e);
    }

    /** Says that the command line is wrong. */
    final ParameterException usage(String message, Exception cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }

    /** Reads options. */
    @FunctionalInterface
    private interface Options<T> {
        /**
         * @throws IllegalArgumentException if one is wrong
         */
        T get() throws IOException;
    }

    private static final class OutputReader implements ITypeConverter<OutputKind> {
        private static final Setting<OutputKind> KIND =
                Setting.choice("--write", OutputKind.LABELS);

        @Override
        public OutputKind convert(String text) {
            try {
                return KIND.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is not one of " + KIND.values());
            }
        }
    }

    /** The folder that {@code --out} names. */
    private static final class OutputFolder {

        private OutputFolder() {}

        /**
         * Makes the folder and tries to write into it, so that hours of work do not end in an
         * error.
         *
         * @return whether it tells upper from lower case
         * @throws ParameterException if that fails
         */
        static boolean prepare(Path folder, CommandSpec spec) {
            try {
                Files.createDirectories(folder);
                StagedFiles.tryIn(folder);
                return FolderCase.isSensitive(folder);
            } catch (IOException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "cannot write into --out "
                                + folder
                                + ": "
                                + IoReasons.of(e)
                                + ". Choose a folder that you may write to.",
                        e);
            }
        }
    }
}
