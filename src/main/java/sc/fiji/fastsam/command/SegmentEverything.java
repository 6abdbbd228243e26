package sc.fiji.fastsam.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;

/** Finds every object of an image. The image itself is not changed. */
@Plugin(
        type = Command.class,
        label = SegmentEverything.LABEL,
        description = "Finds every object of an image with a FastSAM network.")
public final class SegmentEverything extends NetworkCommand implements Previewable {

    /** Name of the menu entry and of the macro command. */
    public static final String LABEL = "Segment Everything...";

    @Parameter(label = "Image", description = "The image to segment.", persist = false)
    private ImagePlus input;

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
            label = "Only inside the selection",
            description = "Segments the area selection of the image, where there is one.",
            persist = false)
    private boolean region = ImageKeys.REGION.standard();

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
            label = "Overlay",
            description = "Outlines in color on the image, added to those it has. Can be undone.",
            persist = false)
    private boolean overlay = OutputKeys.OVERLAY.standard();

    @Parameter(
            label = "Overlay on a copy",
            description = "The overlay is put on a copy of the image, not on the image.",
            persist = false)
    private boolean overlay_copy = OutputKeys.OVERLAY_COPY.standard();

    @Parameter(
            label = "Results table",
            description =
                    "A row an object: score, area, position, shape, gray values, prompts answered.",
            persist = false)
    private boolean table = OutputKeys.TABLE.standard();

    @Parameter(
            label = "Preview",
            description = "Outlines on the visible part while settings change.",
            visibility = ItemVisibility.INVISIBLE,
            persist = false)
    private boolean preview = false;

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

    @Parameter(type = ItemIO.OUTPUT, label = "Overlay")
    private ImagePlus overlay_image;

    @Parameter(type = ItemIO.OUTPUT, label = "Objects")
    private ResultsTable object_table;

    @Parameter(type = ItemIO.OUTPUT, label = "Labels")
    private ImagePlus label_image;

    private LivePreview live;

    @Override
    public void check() {
        super.check();
        outputs().check();
    }

    /** Shows, changes or hides the preview; returns at once. */
    @Override
    public void preview() {
        if (!preview || input == null) {
            cancel();
            return;
        }
        try {
            check();
        } catch (IllegalArgumentException e) {
            StatusLine.show(e.getMessage());
            return;
        }
        if (live == null) {
            live = new LivePreview(input, StatusLine::show);
        }
        live.show(task(), request());
    }

    /** Ends the preview. */
    @Override
    public void cancel() {
        if (live != null) {
            live.close();
            live = null;
        }
    }

    @Override
    void execute(Progress progress) {
        cancel();
        ImageObjects found = segment(task(), progress);
        Outputs outputs = outputs();
        outputs.give(found);
        label_image = outputs.labelImage(found);
        object_table = outputs.objectTable(found);
        overlay_image = outputs.overlayImage(found);
        Notice.show(found);
    }

    @Override
    ImagePlus image() {
        return input;
    }

    private Outputs outputs() {
        return new Outputs(labels, rois, overlay, overlay_copy, table);
    }
}
