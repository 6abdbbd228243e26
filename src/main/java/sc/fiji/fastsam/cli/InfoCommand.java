package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.PlaneSegmenter;
import sc.fiji.fastsam.imagej.SampleImage;
import sc.fiji.fastsam.onnx.DeviceReport;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkSegmenter;

/** {@code fastsam info}: what there is to work with. */
@Command(
        name = "info",
        addMethodSubcommands = false,
        sortOptions = false,
        description =
                "Tells the version, the network, the devices found and why others are not there.",
        customSynopsis = "fastsam info [OPTIONS]")
final class InfoCommand implements Callable<Integer>, Grouped {

    private static final String SAMPLE = "nuclei.tif";

    @Spec private CommandSpec spec;

    @Option(
            names = "--check",
            description = "Run the network on a sample image and say whether all is well.")
    private boolean check;

    private final ModelOptions model = new ModelOptions();
    private final Console console;

    InfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public List<ArgGroupSpec> groups() {
        return List.of(model.spec(0));
    }

    @Override
    public Integer call() throws IOException {
        DeviceRequest request;
        try {
            request = model.request();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), OptionNames.in(e.getMessage(), spec), e);
        }
        PrintWriter out = console.out();
        out.println("FastSAM for Fiji " + Version.text());
        out.println("Java " + Runtime.version() + " on " + System.getProperty("os.name"));
        out.println(DeviceReport.create(request));
        try (NetworkSegmenter segmenter = model.open(request)) {
            out.println(model.file());
            ModelFacts.of(segmenter.model()).forEach(fact -> out.println("  " + fact));
            if (check) {
                return check(segmenter);
            }
        }
        return ExitCodes.DONE;
    }

    /** Any network finds something on the sample; one that does not is not well. */
    private int check(NetworkSegmenter network) throws IOException {
        ImageObjects found =
                new ImageSegmenter(PlaneSegmenter.once(network))
                        .segment(SampleImage.open(SAMPLE), ImageTask.DEFAULT, Progress.NONE);
        if (found.count() == 0) {
            console.complain(
                    "the network runs, but finds nothing on the sample image. Take another"
                            + " --model or --device.");
            return ExitCodes.MODEL_OR_DEVICE;
        }
        double milliseconds =
                found.milliseconds().values().stream().mapToDouble(Double::doubleValue).sum();
        console.out()
                .printf(
                        Locale.ROOT,
                        "All is well: %s in %.2f s on %s.%n",
                        found,
                        milliseconds / 1000,
                        found.summary().network().device());
        return ExitCodes.DONE;
    }
}
