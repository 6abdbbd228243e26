package sc.fiji.fastsam.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.fastsam.model.ModelCard;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.onnx.DeviceReport;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkSegmenter;

/** {@code fastsam info}: what there is to work with. */
@Command(
        name = "info",
        sortOptions = false,
        description =
                "Tells the version, the network, the devices found and why others are not there.",
        customSynopsis = "fastsam info [OPTIONS]")
final class InfoCommand implements Callable<Integer>, Grouped {

    @Spec private CommandSpec spec;

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
    public Integer call() throws ModelException {
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
        }
        return ExitCodes.DONE;
    }

    /** What a network says of itself, in lines. */
    private static final class ModelFacts {

        private ModelFacts() {}

        /** One line a fact; none for what the file does not say. */
        static List<String> of(ModelSpec spec) {
            ModelCard card = spec.card();
            List<String> lines = new ArrayList<>();
            add(lines, "title", card.title());
            add(lines, "author", card.author());
            add(lines, "version", card.version());
            add(lines, "license", card.license());
            add(lines, "classes", String.join(", ", card.classes()));
            String size =
                    spec.input()
                            .fixedSize()
                            .map(fixed -> fixed + " only")
                            .orElse("multiples of " + spec.stride());
            add(lines, "image size", size + ", made for " + spec.imageSize());
            spec.favoriteDiameter()
                    .ifPresent(
                            d ->
                                    add(
                                            lines,
                                            "best diameter",
                                            String.format(Locale.ROOT, "%.0f", d)));
            return lines;
        }

        private static void add(List<String> lines, String name, String value) {
            if (!value.isEmpty()) {
                lines.add(name + ": " + value);
            }
        }
    }
}
