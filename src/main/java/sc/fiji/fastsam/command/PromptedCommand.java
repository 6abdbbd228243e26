package sc.fiji.fastsam.command;

import java.io.File;
import java.util.List;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.fastsam.engine.TaskPrompts;
import sc.fiji.fastsam.host.SecondPage;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptRois;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;

/** The part of a form that asks for typed prompts and how prompts choose. On a page of its own. */
@SecondPage(PromptedCommand.MORE_PROMPTS)
abstract class PromptedCommand extends NetworkCommand {

    /** Title of the page. */
    static final String MORE_PROMPTS = "More Prompts";

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String prompts_heading = "Typed prompts";

    @Parameter(
            label = "Points",
            description = "Points on objects, such as 120,88; 301,40 (pixels).",
            required = false,
            persist = false)
    private String points = "";

    @Parameter(
            label = "Background points",
            description = "Points on what you do not want, such as 60,40; 10,12 (pixels).",
            required = false,
            persist = false)
    private String background = "";

    @Parameter(
            label = "Boxes",
            description =
                    "Boxes around objects: x, y, width, height, such as 10,10,60,80 (pixels).",
            required = false,
            persist = false)
    private String boxes = "";

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String words_heading = "Words";

    @Parameter(
            label = "Words",
            description =
                    "What to look for, such as round bright nucleus; elongated cell. Needs CLIP.",
            required = false,
            persist = false)
    private String text = "";

    @Parameter(
            label = "Words to exclude",
            description =
                    "Objects that look more like these are left out, such as debris; blurred.",
            required = false,
            persist = false)
    private String not = "";

    @Parameter(
            label = "Maximum objects per word (0 = one, or all similar enough)",
            description = "At most this many objects for each word, the most similar first.",
            min = "0",
            persist = false)
    private int top = PromptKeys.TOP.standard();

    @Parameter(
            label = "Minimum similarity to a word (-1..1)",
            description = "Objects less similar than this do not match a word; -1 = no limit.",
            min = "-1",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double min_similarity = PromptKeys.MIN_SIMILARITY.standard();

    @Parameter(
            label = "CLIP folder",
            description =
                    "Folder with CLIP's two encoders, used for words; empty = the installed ones.",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File clip;

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String rules_heading = "How prompts choose";

    @Parameter(
            label = "Several points mark objects",
            description =
                    "Each point marks an object of its own, or all of them mark one object together.",
            choices = {"separately", "together"},
            persist = false)
    private String points_mode = PromptKeys.POINTS_MODE.standardText();

    @Parameter(
            label = "Overlapping objects at a point",
            description =
                    "Where objects overlap: best score is the smallest of the likely ones, merge all of them.",
            choices = {"best score", "merge", "smallest", "largest"},
            persist = false)
    private String point_rule = PromptKeys.POINT_RULE.standardText();

    @Parameter(
            label = "Match boxes by",
            description =
                    "A box selects the object whose box (box iou) or pixels (mask iou) match it best.",
            choices = {"box iou", "mask iou"},
            persist = false)
    private String box_rule = PromptKeys.BOX_RULE.standardText();

    @Parameter(
            label = "Minimum overlap with a box (IoU, 0..1)",
            description = "A box selects nothing if no object overlaps it at least this much.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double min_box_iou = PromptKeys.MIN_BOX_IOU.standard();

    @Parameter(
            label = "Second look",
            description = "Runs the network again, zoomed in, where no object fits a prompt well.",
            persist = false)
    private boolean second_look = PromptKeys.SECOND_LOOK.standard();

    @Parameter(
            label = "Minimum area (pixels)",
            description = "Leaves out smaller objects.",
            min = "0",
            persist = false)
    private double min_area = SegmentationKeys.MIN_AREA.standard();

    @Parameter(
            label = "Exclude objects at the border",
            description = "Leaves out objects that touch the border of the image or the selection.",
            persist = false)
    private boolean exclude_border = SegmentationKeys.EXCLUDE_BORDER.standard();

    /** Callback of the button "more_prompts". */
    final void openPrompts() {
        openPage(MORE_PROMPTS);
    }

    @Override
    public void check() {
        super.check();
        TaskPrompts.typed(values());
    }

    /** NB: of an image that was closed the run tells. */
    @Override
    public void checkReady() {
        if (image().getProcessor() != null) {
            prompts();
        }
    }

    /**
     * The typed prompts, or those of the source where none is typed, and how they choose.
     *
     * @throws IllegalArgumentException if there is none, or one is not readable
     */
    final PromptList prompts() {
        return TaskPrompts.of(values(), image());
    }

    /** The ROIs as prompts, with their planes, or why there are none. */
    @Override
    final Object asked() {
        try {
            return PromptRois.read(values().get(PromptKeys.SOURCE), image()).prompts().stream()
                    .map(entry -> List.of(entry.prompt(), entry.place()))
                    .toList();
        } catch (RuntimeException e) {
            // NB: the image may be closed at any moment.
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    void show(LivePreview preview) {
        say(PromptKeys.SOURCE.key(), "");
        PromptList prompts = prompts();
        say(PromptKeys.SOURCE.key(), PromptCount.text(prompts));
        preview.show(task().withPrompts(prompts), request());
    }
}
