package sc.fiji.fastsam.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.NumberWidget;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.imagej.SampleImage;
import sc.fiji.fastsam.imagej.roi.ManagedRois;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;

/** Finds every object of an image. The image itself is not changed. */
@Plugin(
        type = Command.class,
        label = SegmentEverything.LABEL,
        // NB: the entries stand in plugins.config; a search bar would list each twice.
        visible = false,
        description = "Finds every object of an image with a FastSAM network.")
public final class SegmentEverything extends NetworkCommand {

    /** Name of the menu entry and of the macro command. */
    public static final String LABEL = "Segment Everything...";

    @Parameter(label = "Image", description = "The image to segment.", persist = false)
    private ImagePlus input;

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String found_heading = "Objects";

    @Parameter(
            label = "Object diameter (0 = automatic)",
            description =
                    "Diameter of a typical object. Set it if objects are missed, merged or split.",
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
            label = "From line",
            description = "Sets the diameter to the length of the line that you drew on the image.",
            callback = "fromLine",
            required = false,
            persist = false)
    private Button from_line;

    @Parameter(
            label = SegmentationKeys.CONFIDENCE_LABEL,
            description = SegmentationKeys.CONFIDENCE_HELP,
            min = "0",
            max = "1",
            stepSize = "0.05",
            style = NumberWidget.SLIDER_STYLE,
            persist = false)
    private double confidence = SegmentationKeys.CONFIDENCE.standard();

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

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String planes_heading = "Image";

    @Parameter(
            label = "Planes",
            description = "The plane that is shown, or all slices and frames of a stack.",
            choices = {"current plane", "whole stack"},
            persist = false)
    private String stack = ImageKeys.STACK.standardText();

    @Parameter(
            label = "Only inside the selection",
            description = "Finds the objects that lie mostly inside the area selection.",
            persist = false)
    private boolean region = ImageKeys.REGION.standard();

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String outputs_heading = "Outputs";

    @Parameter(
            label = "Label image",
            description = "A new image in which the pixels of each object have its number.",
            persist = false)
    private boolean labels = OutputKeys.LABELS.standard();

    @Parameter(
            label = "Label image of the outer objects",
            description = "A second label image without the objects that lie inside others.",
            persist = false)
    private boolean parents = OutputKeys.PARENTS.standard();

    @Parameter(
            label = "Add to ROI Manager",
            description = "Adds the outlines; what is in the ROI Manager stays.",
            persist = false)
    private boolean rois = OutputKeys.ROIS.standard();

    @Parameter(
            label = "Replace earlier FastSAM ROIs",
            description = "First removes the ROIs that earlier runs on this image added.",
            persist = false)
    private boolean replace_own = OutputKeys.REPLACE_OWN.standard();

    @Parameter(
            label = "Overlay",
            description = "Colored outlines on the image; replaces those of an earlier run.",
            persist = false)
    private boolean overlay = OutputKeys.OVERLAY.standard();

    @Parameter(
            label = "Overlay on a copy",
            description = "Draws the outlines on a copy; the image stays as it is.",
            persist = false)
    private boolean overlay_copy = OutputKeys.OVERLAY_COPY.standard();

    @Parameter(
            label = "Table of objects",
            description = "One row per object: score, area, position, shape, gray values, prompts.",
            persist = false)
    private boolean table = OutputKeys.TABLE.standard();

    @Parameter(
            label = "Summary table",
            description = "One row per image: count, total area, average size, mean, diameter.",
            persist = false)
    private boolean summary = OutputKeys.SUMMARY.standard();

    @Parameter(
            label = "Preview",
            description = "Shows outlines on the visible part while you change settings.",
            visibility = ItemVisibility.INVISIBLE,
            persist = false)
    private boolean preview = false;

    @Parameter(
            label = "More settings...",
            description = "Network, device, contrast, channels, overlaps, area limits.",
            callback = "openMore",
            required = false,
            persist = false)
    private Button more;

    @Parameter(type = ItemIO.OUTPUT, label = "Overlay")
    private ImagePlus overlay_image;

    @Parameter(type = ItemIO.OUTPUT, label = "Objects")
    private ResultsTable object_table;

    @Parameter(type = ItemIO.OUTPUT, label = "Summary")
    private ResultsTable summary_table;

    @Parameter(type = ItemIO.OUTPUT, label = "Outer objects")
    private ImagePlus parent_image;

    @Parameter(type = ItemIO.OUTPUT, label = "Labels")
    private ImagePlus label_image;

    @Override
    public String sample() {
        return SampleImage.NUCLEI;
    }

    @Override
    public void check() {
        super.check();
        outputs().check();
    }

    @Override
    void show(LivePreview preview) {
        preview.show(task(), request());
    }

    @Override
    void execute(Progress progress) {
        ImageObjects found = segment(task(), progress);
        Outputs outputs = outputs();
        if (replace_own) {
            ManagedRois.removeOwn(found.kind(), found.source());
        }
        outputs.give(found);
        parent_image = outputs.parentImage(found);
        label_image = outputs.labelImage(found);
        object_table = outputs.objectTable(found);
        summary_table = outputs.summaryTable(found);
        overlay_image = outputs.overlayImage(found);
        Notice.show(found, isFromDialog());
    }

    @Override
    ImagePlus image() {
        return input;
    }

    private Outputs outputs() {
        return new Outputs(labels, parents, rois, overlay, overlay_copy, table, summary);
    }
}
