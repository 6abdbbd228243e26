package sc.fiji.fastsam.command;

import ij.ImagePlus;
import org.scijava.plugin.Parameter;
import sc.fiji.fastsam.engine.PromptRequest;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptSource;
import sc.fiji.fastsam.settings.BoxRule;
import sc.fiji.fastsam.settings.Choices;
import sc.fiji.fastsam.settings.PointRule;
import sc.fiji.fastsam.settings.PointsMode;
import sc.fiji.fastsam.settings.PromptSettings;

/** The part of a form that asks for the image, the prompts and how they choose. */
abstract class PromptedCommand extends NetworkCommand {

    @Parameter(label = "Image", description = "The image to segment.", persist = false)
    private ImagePlus input;

    @Parameter(
            label = "Prompts from",
            description = "Where the points and boxes are. Typed ones below win.",
            choices = {"selection", "overlay", "roi manager", "roi manager selected"},
            persist = false)
    private String source = "selection";

    @Parameter(
            label = "Points",
            description = "Typed foreground points, as 120,88; 301,40 (pixels).",
            required = false,
            persist = false)
    private String points = "";

    @Parameter(
            label = "Background points",
            description = "Typed points on what is not wanted, as 60,40; 10,12 (pixels).",
            required = false,
            persist = false)
    private String background = "";

    @Parameter(
            label = "Boxes",
            description = "Typed boxes, as 10,10,60,80; x, y, width, height (pixels).",
            required = false,
            persist = false)
    private String boxes = "";

    @Parameter(
            label = "Several points are",
            description = "On one object together, or each on an object of its own.",
            choices = {"separately", "together"},
            persist = false)
    private String points_mode = Choices.text(PromptSettings.DEFAULT.pointsMode());

    @Parameter(
            label = "Of several masks at a point",
            description = "Which is the object meant; merge = the union of all.",
            choices = {"best score", "merge", "smallest", "largest"},
            persist = false)
    private String point_rule = Choices.text(PromptSettings.DEFAULT.pointRule());

    @Parameter(
            label = "A box means the object with the best",
            description = "Overlap of the boxes, or of the object's pixels with the box.",
            choices = {"box iou", "mask iou"},
            persist = false)
    private String box_rule = Choices.text(PromptSettings.DEFAULT.boxRule());

    @Parameter(
            label = "Least overlap with a box (IoU, 0..1)",
            description = "A box without an object of that overlap has no match.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double min_box_iou = PromptSettings.DEFAULT.minBoxIou();

    @Parameter(
            label = "Second look",
            description = "Runs the network again, closer, where no object answers well.",
            persist = false)
    private boolean second_look = PromptSettings.DEFAULT.secondLook();

    @Override
    public void check() {
        super.check();
        rules();
        typed();
        source();
    }

    /**
     * The typed prompts, or those of the source where none is typed, and how they choose.
     *
     * @throws IllegalArgumentException if there is none, or one is not readable
     */
    final PromptRequest promptRequest() {
        return new PromptRequest(prompts(), rules());
    }

    private PromptList prompts() {
        PromptList typed = typed();
        return typed.isEmpty() ? source().read(input) : typed;
    }

    private PromptSource source() {
        return Choices.of(PromptSource.class, "source", source);
    }

    private PromptList typed() {
        return PromptList.typed(points, background, boxes);
    }

    private PromptSettings rules() {
        return new PromptSettings(
                Choices.of(PointsMode.class, "points_mode", points_mode),
                Choices.of(PointRule.class, "point_rule", point_rule),
                Choices.of(BoxRule.class, "box_rule", box_rule),
                min_box_iou,
                true,
                second_look);
    }

    @Override
    final ImagePlus image() {
        return input;
    }
}
