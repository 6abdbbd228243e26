package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import sc.fiji.fastsam.batch.FilePrompts;
import sc.fiji.fastsam.imagej.prompt.PromptFile;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.settings.BoxRule;
import sc.fiji.fastsam.settings.PointRule;
import sc.fiji.fastsam.settings.PointsMode;
import sc.fiji.fastsam.settings.PromptSettings;

/** Options that say which objects are meant. */
final class PromptOptions {

    private static final PromptSettings DEFAULT = PromptSettings.DEFAULT;

    @Option(
            names = "--points",
            paramLabel = "X,Y;...",
            description = "Points on objects, in pixels: \"120,88; 301,40\".")
    private String points = "";

    @Option(
            names = "--background",
            paramLabel = "X,Y;...",
            description = "Points on what is not wanted.")
    private String background = "";

    @Option(
            names = "--boxes",
            paramLabel = "X,Y,W,H;...",
            description = "Boxes round objects, in pixels: \"10,10,60,80\".")
    private String boxes = "";

    @Option(
            names = "--prompts",
            paramLabel = "FILE",
            description =
                    "Prompts from a ROI set (.zip, .roi) or a table (.csv) with the columns"
                            + " prompt,kind,x,y,width,height and, where needed,"
                            + " role,slice,channel,frame,image.")
    private Path file;

    @Option(
            names = "--points-mode",
            paramLabel = "MODE",
            converter = ModeChoice.class,
            description =
                    "Several points are on one object (together) or each on its own (separately;"
                            + " default).")
    private PointsMode mode = DEFAULT.pointsMode();

    @Option(
            names = "--point-rule",
            paramLabel = "RULE",
            converter = PointRuleChoice.class,
            description =
                    "Of several masks at a point: best-score (default), merge, smallest, largest.")
    private PointRule pointRule = DEFAULT.pointRule();

    @Option(
            names = "--box-rule",
            paramLabel = "RULE",
            converter = BoxRuleChoice.class,
            description =
                    "A box means the object whose box (box-iou; default) or whose pixels (mask-iou)"
                            + " overlap it best.")
    private BoxRule boxRule = DEFAULT.boxRule();

    @Option(
            names = "--min-box-iou",
            paramLabel = "IOU",
            description = "A box without an object of this overlap has no match (default: 0.1).")
    private double minBoxIou = DEFAULT.minBoxIou();

    @Option(
            names = "--no-second-look",
            description = "Do not run the network again where no object answers a prompt well.")
    private boolean noSecondLook;

    /**
     * The prompts.
     *
     * @throws IllegalArgumentException if a value is wrong or there is no prompt
     * @throws IOException if the file cannot be read
     */
    FilePrompts toPrompts() throws IOException {
        PromptList typed = PromptList.typed(points, background, boxes);
        Optional<PromptFile> read =
                file == null ? Optional.empty() : Optional.of(PromptFile.read(file));
        return new FilePrompts(
                typed,
                read,
                new PromptSettings(mode, pointRule, boxRule, minBoxIou, true, !noSecondLook));
    }

    private static final class ModeChoice extends Choices<PointsMode> {
        ModeChoice() {
            super(PointsMode.class);
        }
    }

    private static final class PointRuleChoice extends Choices<PointRule> {
        PointRuleChoice() {
            super(PointRule.class);
        }
    }

    private static final class BoxRuleChoice extends Choices<BoxRule> {
        BoxRuleChoice() {
            super(BoxRule.class);
        }
    }
}
