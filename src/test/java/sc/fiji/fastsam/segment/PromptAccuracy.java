package sc.fiji.fastsam.segment;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.prompt.Answer;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.settings.BoxRule;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.PointRule;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * Measures how often the answer to a prompt is the object meant: prompts made from the truth of
 * images that no training saw (../shared/data), share of answers with IoU 0.5 and 0.75. Prints the
 * tables of docs/accuracy.md.
 *
 * <p>{@code java -cp target/classes:target/test-classes:… sc.fiji.fastsam.segment.PromptAccuracy
 * SET…}, each SET with images/ and labels/; only stems with a prefix of splits/SET.txt are taken
 * where there is such a file. {@code -Dall=true} adds the other rules.
 */
public final class PromptAccuracy {

    private static final String LOOSE = "box 1.6 times as wide";

    private static final Path DATA = Path.of("../shared/data");
    private static final Path SPLITS = Path.of("models/training/fastsam_train/splits");

    /** Prompts of one kind under settings. */
    private record Trial(String kind, PromptSettings settings) {}

    private static final class Share {
        int prompts;
        int matched;
        int half;
        int threeQuarters;
    }

    private final Map<String, Share> shares = new LinkedHashMap<>();
    private final Map<String, Double> millis = new LinkedHashMap<>();

    private PromptAccuracy() {}

    public static void main(String[] sets) throws IOException {
        try (NetworkSegmenter sam =
                NetworkSegmenter.open(NetworkId.of(ModelFile.bundled(), DeviceRequest.AUTO))) {
            for (String set : sets) {
                PromptAccuracy accuracy = new PromptAccuracy();
                List<Path> images = images(set);
                for (Path image : images) {
                    accuracy.add(sam, image, DATA.resolve(set).resolve("labels"));
                }
                accuracy.print(set, images.size());
            }
        }
    }

    private static List<Path> images(String set) throws IOException {
        Path split = SPLITS.resolve(set + ".txt");
        List<String> prefixes = Files.exists(split) ? Files.readAllLines(split) : List.of("");
        try (Stream<Path> files = Files.list(DATA.resolve(set).resolve("images"))) {
            return files.filter(
                            f ->
                                    prefixes.stream()
                                            .anyMatch(
                                                    p ->
                                                            f.getFileName()
                                                                    .toString()
                                                                    .startsWith(p.strip())))
                    .sorted()
                    .limit(Integer.getInteger("limit", Integer.MAX_VALUE))
                    .toList();
        }
    }

    private static List<Trial> trials() {
        PromptSettings without = PromptSettings.DEFAULT.withSecondLook(false);
        List<Trial> trials = new ArrayList<>();
        for (String kind : List.of("center point", "tight box", "box jittered 15 %", LOOSE)) {
            trials.add(new Trial(kind, without));
            trials.add(new Trial(kind, without.withSecondLook(true)));
            if (Boolean.getBoolean("all") && kind.startsWith("center")) {
                for (PointRule rule : PointRule.values()) {
                    trials.add(new Trial(kind, without.withPointRule(rule)));
                }
            } else if (Boolean.getBoolean("all")) {
                trials.add(new Trial(kind, without.withBoxRule(BoxRule.MASK_IOU)));
            }
        }
        return trials;
    }

    private static List<Prompt> prompts(TruePrompts truth, String kind) {
        return switch (kind) {
            case "center point" -> truth.points();
            case "tight box" -> truth.boxes(0);
            case LOOSE -> truth.looseBoxes(0.3);
            default -> truth.boxes(0.15);
        };
    }

    private void add(NetworkSegmenter sam, Path image, Path labels) throws IOException {
        ImagePlus imp = IJ.openImage(image.toString());
        RgbImage planes =
                Planes.of(imp, PlanePosition.FIRST, ChannelSource.ACTIVE, InputSettings.DEFAULT);
        Path truthFile = labels.resolve(image.getFileName());
        TruePrompts truth = TruePrompts.of(IJ.openImage(truthFile.toString()).getProcessor());
        PromptSegmenter prompter =
                new PromptSegmenter(new CachingSegmenter(sam, new PredictionCache(64L << 20)));
        for (Trial trial : trials()) {
            Prompts prompts = Prompts.of(prompts(truth, trial.kind)).withSettings(trial.settings);
            if (!prompts.isEmpty()) {
                long start = System.nanoTime();
                var answers =
                        prompter.segment(
                                        planes,
                                        SegmentationSettings.defaults(),
                                        prompts,
                                        Progress.NONE)
                                .answers();
                millis.merge(name(trial), (System.nanoTime() - start) / 1e6, Double::sum);
                Share share = shares.computeIfAbsent(name(trial), n -> new Share());
                for (int i = 0; i < answers.size(); i++) {
                    count(share, answers.get(i), truth.objects().get(i));
                }
            }
        }
    }

    private static void count(Share share, Answer answer, Mask truth) {
        double iou = answer.object().map(o -> o.mask().iou(truth)).orElse(0.0);
        share.prompts++;
        share.matched += answer.isMatch() ? 1 : 0;
        share.half += iou >= 0.5 ? 1 : 0;
        share.threeQuarters += iou >= 0.75 ? 1 : 0;
    }

    private static String name(Trial trial) {
        PromptSettings s = trial.settings;
        String rule = trial.kind.startsWith("center") ? s.pointRule() + "" : s.boxRule() + "";
        return trial.kind
                + " | "
                + rule.toLowerCase(Locale.ROOT).replace('_', ' ')
                + " | "
                + (s.secondLook() ? "yes" : "no");
    }

    private void print(String set, int images) {
        System.out.println("\n" + set + ": " + images + " images");
        System.out.println(
                "| prompt | rule | second look | prompts | match | IoU 0.5 | IoU 0.75 | ms an image |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        shares.forEach(
                (name, s) ->
                        System.out.printf(
                                Locale.ROOT,
                                "| %s | %d | %.1f %% | %.1f %% | %.1f %% | %.0f |%n",
                                name,
                                s.prompts,
                                100.0 * s.matched / s.prompts,
                                100.0 * s.half / s.prompts,
                                100.0 * s.threeQuarters / s.prompts,
                                millis.get(name) / images));
    }
}
