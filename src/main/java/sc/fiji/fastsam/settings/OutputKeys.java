package sc.fiji.fastsam.settings;

import java.util.List;

/** What a user wants of the objects. The command line's option --write names files instead. */
public final class OutputKeys {

    /** Label image. */
    public static final Setting<Boolean> LABELS =
            output("labels", true)
                    .explained(
                            "Label image",
                            "A new image in which the pixels of each object have its number.");

    /** Label image of the objects that can hold others. */
    public static final Setting<Boolean> PARENTS =
            output("parents", false)
                    .explained(
                            "Label image of the outer objects",
                            "A second label image without the objects that lie inside others.");

    /** Regions in the ROI Manager. */
    public static final Setting<Boolean> ROIS =
            output("rois", true)
                    .explained(
                            "Add to ROI Manager",
                            "Adds the outlines; what is in the ROI Manager stays.");

    /** Regions in place of the ROIs that were prompts. */
    public static final Setting<Boolean> REPLACE =
            output("replace", false)
                    .explained(
                            "Replace prompts in the ROI Manager",
                            "Each outline replaces the ROI that it was found for.");

    /** Regions in place of those of an earlier run. */
    public static final Setting<Boolean> REPLACE_OWN =
            output("replace_own", false)
                    .explained(
                            "Replace earlier FastSAM ROIs",
                            "First removes the ROIs that earlier runs on this image added.");

    /** Outlines on the image. */
    public static final Setting<Boolean> OVERLAY =
            output("overlay", false)
                    .explained(
                            "Overlay",
                            "Colored outlines on the image; replaces those of an earlier run.");

    /** Outlines on a copy of the image. */
    public static final Setting<Boolean> OVERLAY_COPY =
            output("overlay_copy", false)
                    .explained(
                            "Overlay on a copy",
                            "Draws the outlines on a copy; the image stays as it is.");

    /** Prompts on the image. */
    public static final Setting<Boolean> SHOW_PROMPTS =
            output("show_prompts", false)
                    .explained(
                            "Show prompts",
                            "Adds the prompts to the overlay: points green, background points red, boxes cyan.");

    /** Table of measures. */
    public static final Setting<Boolean> TABLE =
            output("table", false)
                    .explained(
                            "Table of objects",
                            "One row per object: score, area, position, shape, gray values, prompts.");

    /** Title of the table of measures. */
    public static final Setting<String> TABLE_NAME =
            PlainKinds.text("table_name", "Results")
                    .explained(
                            "Title of the table",
                            "The window that the rows are added to; Results is ImageJ's own table.")
                    .withOption("");

    /** Channels that are measured; {@link IndexRange#SHOWN} = the active one alone. */
    public static final Setting<IndexRange> MEASURE_CHANNELS =
            IndexKind.setting("measure_channels")
                    .explained(
                            "Channels to measure",
                            "Gray values of these channels too, such as 2,3 or all; shown = of the active one alone.")
                    .in("RANGE");

    /** Width of a ring round each object that is measured, in source pixels; 0 = none. */
    public static final Setting<Integer> MEASURE_RING =
            NumberKind.whole("measure_ring", 0, NumberRange.between(0, 200))
                    .explained(
                            "Ring to measure (pixels, 0 = none)",
                            "Gray values of a ring of this width round each object too, as cytoplasm round nuclei.")
                    .in("PIXELS");

    /** Table of images. */
    public static final Setting<Boolean> SUMMARY =
            output("summary", false)
                    .explained(
                            "Summary table",
                            "One row per image: count, total area, average size, mean, diameter.");

    /** Title of the table of images. */
    public static final Setting<String> SUMMARY_NAME =
            PlainKinds.text("summary_name", "FastSAM Summary")
                    .explained(
                            "Title of the summary",
                            "The window that the row of the image is added to.")
                    .withOption("");

    /** Which object gets a pixel of the label image that several hold. */
    public static final Setting<OverlapRule> OVERLAP =
            Setting.choice("overlap", OverlapRule.SMALLEST_ON_TOP)
                    .explained(
                            "Overlapping objects",
                            "Which object gets the pixels that several share in the label image.")
                    .withOption("--overlap-rule")
                    .in("RULE");

    /** What label images are written as: of files alone, so that no form has it. */
    public static final Setting<LabelsFormat> LABELS_FORMAT =
            Setting.choice("labels_format", LabelsFormat.TIFF)
                    .explained(
                            "Label image format",
                            "What label images are written as; zarr is OME-Zarr, zarr_inside puts it inside an OME-Zarr input.")
                    .in("FORMAT");

    private OutputKeys() {}

    /** All, as a manual lists them. */
    public static List<Setting<?>> all() {
        return List.of(
                LABELS,
                PARENTS,
                ROIS,
                REPLACE_OWN,
                REPLACE,
                OVERLAY,
                OVERLAY_COPY,
                SHOW_PROMPTS,
                TABLE,
                TABLE_NAME,
                MEASURE_CHANNELS,
                MEASURE_RING,
                SUMMARY,
                SUMMARY_NAME,
                OVERLAP);
    }

    /** Those that say what is measured besides, wherever the measures go. */
    public static List<Setting<?>> ofMeasures() {
        return List.of(MEASURE_CHANNELS, MEASURE_RING);
    }

    private static Setting<Boolean> output(String key, boolean standard) {
        return PlainKinds.flag(key, standard).withOption("");
    }
}
