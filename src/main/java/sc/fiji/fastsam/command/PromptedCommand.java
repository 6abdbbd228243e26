package sc.fiji.fastsam.command;

import ij.ImagePlus;
import org.scijava.plugin.Parameter;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptRois;
import sc.fiji.fastsam.settings.PromptKeys;

/** The part of a form that asks for the image, the prompts and how they choose. */
abstract class PromptedCommand extends NetworkCommand {

    @Parameter(label = "Image", description = "The image to segment.", persist = false)
    private ImagePlus input;

    @Parameter(
            label = "Prompts from",
            description = "Where the points and boxes are. Typed ones below win.",
            choices = {"selection", "overlay", "roi manager", "roi manager selected"},
            persist = false)
    private String source = PromptKeys.SOURCE.standardText();

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
            description =
                    "Several points are on one object together, or each on an object of its own.",
            choices = {"separately", "together"},
            persist = false)
    private String points_mode = PromptKeys.POINTS_MODE.standardText();

    @Parameter(
            label = "Of several masks at a point",
            description =
                    "Of several masks at a point, the one that is meant; merge = the union of all.",
            choices = {"best score", "merge", "smallest", "largest"},
            persist = false)
    private String point_rule = PromptKeys.POINT_RULE.standardText();

    @Parameter(
            label = "A box means the object with the best",
            description =
                    "A box means the object whose box (box iou) or pixels (mask iou) overlap it best.",
            choices = {"box iou", "mask iou"},
            persist = false)
    private String box_rule = PromptKeys.BOX_RULE.standardText();

    @Parameter(
            label = "Least overlap with a box (IoU, 0..1)",
            description = "A box without an object of this overlap has no match.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double min_box_iou = PromptKeys.MIN_BOX_IOU.standard();

    @Parameter(
            label = "Second look",
            description = "Runs the network again, closer, where no object answers well.",
            persist = false)
    private boolean second_look = PromptKeys.SECOND_LOOK.standard();

    @Override
    public void check() {
        super.check();
        PromptList.typed(values());
    }

    /**
     * The typed prompts, or those of the source where none is typed, and how they choose.
     *
     * @throws IllegalArgumentException if there is none, or one is not readable
     */
    final PromptList prompts() {
        return PromptRois.read(values(), input);
    }

    @Override
    final ImagePlus image() {
        return input;
    }
}
