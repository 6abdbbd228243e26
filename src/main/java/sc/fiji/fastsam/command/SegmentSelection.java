package sc.fiji.fastsam.command;

import ij.ImagePlus;
import ij.Undo;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;

/** Finds the objects that points and boxes mean. The image itself is not changed. */
@Plugin(
        type = Command.class,
        label = SegmentSelection.LABEL,
        description = "Finds the objects that points, rectangles and other ROIs mean.")
public final class SegmentSelection extends PromptedCommand {

    /** Name of the menu entry and of the macro command. */
    public static final String LABEL = "Segment Selection...";

    @Parameter(
            label = "Object diameter (0 = automatic)",
            description = "Of a typical object. Set it when small or large objects are missed.",
            min = "0",
            persist = false)
    private double diameter = SegmentationKeys.DIAMETER.standard();

    @Parameter(
            label = "Diameter unit",
            description = "Pixels, the unit of the image's calibration, or a length by it.",
            choices = {"pixels", "calibrated", "nm", "um", "mm"},
            persist = false)
    private String diameter_unit = SegmentationKeys.DIAMETER_UNIT.standardText();

    @Parameter(
            label = "Confidence (0..1)",
            description = "Smallest score of an object: lower finds more, higher is surer.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double confidence = SegmentationKeys.CONFIDENCE.standard();

    @Parameter(
            label = "Planes",
            description = "The plane that is shown, or all slices and frames of a stack.",
            choices = {"current plane", "whole stack"},
            persist = false)
    private String stack = ImageKeys.STACK.standardText();

    @Parameter(
            label = "Label image",
            description = "A new image in which each object's pixels have its number.",
            persist = false)
    private boolean labels = OutputKeys.LABELS.standard();

    @Parameter(
            label = "Add to ROI Manager",
            description = "Outlines are appended; what is in the ROI Manager stays.",
            persist = false)
    private boolean rois = OutputKeys.ROIS.standard();

    @Parameter(
            label = "Replace prompts in the ROI Manager",
            description = "Outlines take the place of the ROIs that asked for them.",
            persist = false)
    private boolean replace = OutputKeys.REPLACE.standard();

    @Parameter(
            label = "Overlay",
            description = "Outlines in color on the image, added to those it has. Can be undone.",
            persist = false)
    private boolean overlay = OutputKeys.OVERLAY.standard();

    @Parameter(
            label = "Show prompts",
            description = "Adds the prompts to the overlay: green, background red, boxes cyan.",
            persist = false)
    private boolean show_prompts = OutputKeys.SHOW_PROMPTS.standard();

    @Parameter(
            label = "Results table",
            description =
                    "A row an object: score, area, position, shape, gray values, prompts answered.",
            persist = false)
    private boolean table = OutputKeys.TABLE.standard();

    @Parameter(
            label = "More settings...",
            description = "Model, device, contrast, channels, overlaps, areas.",
            callback = "openMore",
            required = false,
            persist = false)
    private Button more;

    @Parameter(
            label = "Help",
            description = "What each setting does.",
            callback = "openHelp",
            required = false,
            persist = false)
    private Button help;

    @Parameter(type = ItemIO.OUTPUT, label = "Objects")
    private ResultsTable object_table;

    @Parameter(type = ItemIO.OUTPUT, label = "Labels")
    private ImagePlus label_image;

    @Override
    public void check() {
        super.check();
        outputs().check();
    }

    @Override
    void execute(Progress progress) {
        ImageObjects found = segment(task().withPrompts(prompts()), progress);
        Outputs outputs = outputs();
        if (replace) {
            outputs.replace(found);
        } else {
            outputs.give(found);
        }
        if (show_prompts) {
            Undo.setup(Undo.OVERLAY, image());
            found.showPrompts();
        }
        label_image = outputs.labelImage(found);
        object_table = outputs.objectTable(found);
        Notice.showPrompted(found, show_prompts);
    }

    private Outputs outputs() {
        return new Outputs(labels, rois || replace, overlay, false, table);
    }
}
