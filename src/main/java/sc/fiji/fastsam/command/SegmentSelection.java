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
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.PlaneSegmenter;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.Choices;
import sc.fiji.fastsam.settings.DetectionSettings;
import sc.fiji.fastsam.settings.Diameter;
import sc.fiji.fastsam.settings.LengthUnit;

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
    private double diameter = Diameter.AUTOMATIC.value();

    @Parameter(
            label = "Diameter unit",
            description = "Pixels, the unit of the image's calibration, or a length by it.",
            choices = {"pixels", "calibrated", "nm", "um", "mm"},
            persist = false)
    private String diameter_unit = Choices.text(Diameter.AUTOMATIC.unit());

    @Parameter(
            label = "Confidence (0..1)",
            description = "Smallest score of an object: lower finds more, higher is surer.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double confidence = DetectionSettings.DEFAULT.confidence();

    @Parameter(
            label = "Planes",
            description = "The plane that is shown, or all slices and frames with prompts.",
            choices = {"current plane", "whole stack"},
            persist = false)
    private String stack = "current plane";

    @Parameter(
            label = "Label image",
            description = "A new image in which each object's pixels have its number.",
            persist = false)
    private boolean labels = true;

    @Parameter(
            label = "Add to ROI Manager",
            description = "Outlines are appended; what is in the ROI Manager stays.",
            persist = false)
    private boolean rois = true;

    @Parameter(
            label = "Replace prompts in the ROI Manager",
            description = "Outlines take the place of the ROIs that asked for them.",
            persist = false)
    private boolean replace = false;

    @Parameter(
            label = "Overlay",
            description = "Outlines in color on the image, added to those it has. Can be undone.",
            persist = false)
    private boolean overlay = false;

    @Parameter(
            label = "Show prompts",
            description = "Adds the prompts to the overlay: green, background red, boxes cyan.",
            persist = false)
    private boolean show_prompts = false;

    @Parameter(
            label = "Results table",
            description = "A row an object, with the prompts that it answers.",
            persist = false)
    private boolean table = false;

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
        task();
        outputs().check();
    }

    @Override
    void execute(Progress progress) throws ModelException {
        ImageTask task = task().withPrompts(promptRequest());
        give(
                Segmenters.shared()
                        .use(
                                request(),
                                progress,
                                network ->
                                        new ImageSegmenter(PlaneSegmenter.keeping(network))
                                                .segment(image(), task, progress)));
    }

    private void give(ImageObjects found) {
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

    @Override
    Diameter diameter() {
        return new Diameter(diameter, Choices.of(LengthUnit.class, "diameter_unit", diameter_unit));
    }

    @Override
    double confidence() {
        return confidence;
    }

    private ImageTask task() {
        return ImageTask.DEFAULT
                .withSegmentation(segmentation())
                .withOverlap(overlap())
                .withPlanes(StackPart.of(stack).range(channel()));
    }

    private Outputs outputs() {
        return new Outputs(labels, rois || replace, overlay, false, table);
    }
}
