package sc.fiji.fastsam.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.NumberWidget;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptPlace;
import sc.fiji.fastsam.imagej.prompt.TypedPrompts;
import sc.fiji.fastsam.imagej.roi.ManagedRois;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;

/** Finds the objects that points and boxes mean. The image itself is not changed. */
@Plugin(
        type = Command.class,
        label = SegmentSelection.LABEL,
        // NB: the entries stand in plugins.config; a search bar would list each twice.
        visible = false,
        description = "Finds the objects that points, rectangles and other ROIs mean.")
public final class SegmentSelection extends PromptedCommand {

    /** Name of the menu entry and of the macro command. */
    public static final String LABEL = "Segment Selection...";

    @Parameter(label = "Image", description = "The image to segment.", persist = false)
    private ImagePlus input;

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String source_heading = "Prompts";

    @Parameter(
            label = "Prompts from",
            description = "Where the points and boxes are. Typed prompts take precedence.",
            choices = {"selection", "overlay", "roi manager", "roi manager selected"},
            persist = false)
    private String source = PromptKeys.SOURCE.standardText();

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

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String planes_heading = "Image";

    @Parameter(
            label = "Planes",
            description = "The plane that is shown, or all slices and frames of a stack.",
            choices = {"current plane", "whole stack"},
            persist = false)
    private String stack = ImageKeys.STACK.standardText();

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String outputs_heading = "Outputs";

    @Parameter(
            label = "Label image",
            description = "A new image in which the pixels of each object have its number.",
            persist = false)
    private boolean labels = OutputKeys.LABELS.standard();

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
            label = "Replace prompts in the ROI Manager",
            description = "Each outline replaces the ROI that it was found for.",
            persist = false)
    private boolean replace = OutputKeys.REPLACE.standard();

    @Parameter(
            label = "Overlay",
            description = "Colored outlines on the image; replaces those of an earlier run.",
            persist = false)
    private boolean overlay = OutputKeys.OVERLAY.standard();

    @Parameter(
            label = "Show prompts",
            description =
                    "Adds the prompts to the overlay: points green, background points red, boxes cyan.",
            persist = false)
    private boolean show_prompts = OutputKeys.SHOW_PROMPTS.standard();

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
            label = "More prompts...",
            description = "Typed points and boxes, words, and how prompts choose.",
            callback = "openPrompts",
            required = false,
            persist = false)
    private Button more_prompts;

    @Parameter(
            label = "More settings...",
            description = "Network, device, contrast, channels, overlaps, area limits.",
            callback = "openMore",
            required = false,
            persist = false)
    private Button more;

    @Parameter(type = ItemIO.OUTPUT, label = "Objects")
    private ResultsTable object_table;

    @Parameter(type = ItemIO.OUTPUT, label = "Summary")
    private ResultsTable summary_table;

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
        if (replace_own) {
            ManagedRois.removeOwn(found.kind(), found.source());
        }
        if (replace) {
            outputs.replace(found);
        } else {
            outputs.give(found);
        }
        if (show_prompts) {
            found.showPrompts();
        }
        label_image = outputs.labelImage(found);
        object_table = outputs.objectTable(found);
        summary_table = outputs.summaryTable(found);
        Notice.showPrompted(found, show_prompts || isFromDialog());
        if (isFromDialog()) {
            recordSelection(found);
        }
    }

    /**
     * Points and areas of the selection become typed prompts once they are answered. NB: ImageJ's
     * recorder writes one of them at most, and none that was drawn before it was opened, so that
     * the line would not give the same again.
     */
    private void recordSelection(ImageObjects found) {
        if (!source.equals(PromptKeys.SOURCE.standardText()) || found.planes().isEmpty()) {
            return;
        }
        List<PromptList.Entry> asked = found.planes().get(0).asked();
        if (asked.stream().allMatch(entry -> canBeTyped(entry, found))) {
            TypedPrompts typed = TypedPrompts.of(asked);
            set(PromptKeys.POINTS.key(), typed.points());
            set(PromptKeys.BACKGROUND.key(), typed.background());
            set(PromptKeys.BOXES.key(), typed.boxes());
        }
    }

    /** NB: typed prompts are for all planes of a run. */
    private static boolean canBeTyped(PromptList.Entry entry, ImageObjects found) {
        boolean everywhere = entry.place().equals(PromptPlace.ANY);
        return entry.source().isPresent() && (everywhere || !found.task().planes().isStack());
    }

    @Override
    ImagePlus image() {
        return input;
    }

    private Outputs outputs() {
        return new Outputs(labels, false, rois || replace, overlay, false, table, summary);
    }
}
