package sc.fiji.fastsam.settings;

import java.util.List;

/** What a user wants of the objects. The command line's option --write names files instead. */
public final class OutputKeys {

    /** Label image. */
    public static final Setting<Boolean> LABELS =
            output("labels", true)
                    .explained(
                            "Label image",
                            "A new image in which each object's pixels have its number.");

    /** Regions in the ROI Manager. */
    public static final Setting<Boolean> ROIS =
            output("rois", true)
                    .explained(
                            "Add to ROI Manager",
                            "Outlines are appended; what is in the ROI Manager stays.");

    /** Regions in place of the ROIs that were prompts. */
    public static final Setting<Boolean> REPLACE =
            output("replace", false)
                    .explained(
                            "Replace prompts in the ROI Manager",
                            "Outlines take the place of the ROIs that asked for them.");

    /** Outlines on the image. */
    public static final Setting<Boolean> OVERLAY =
            output("overlay", false)
                    .explained(
                            "Overlay",
                            "Outlines in color on the image, added to those it has. Can be"
                                    + " undone.");

    /** Outlines on a copy of the image. */
    public static final Setting<Boolean> OVERLAY_COPY =
            output("overlay_copy", false)
                    .explained(
                            "Overlay on a copy",
                            "The overlay is put on a copy of the image, not on the image.");

    /** Prompts on the image. */
    public static final Setting<Boolean> SHOW_PROMPTS =
            output("show_prompts", false)
                    .explained(
                            "Show prompts",
                            "Adds the prompts to the overlay: green, background red, boxes cyan.");

    /** Table of measures. */
    public static final Setting<Boolean> TABLE =
            output("table", false)
                    .explained(
                            "Results table",
                            "A row an object: score, area, position, shape, gray values, prompts"
                                    + " answered.");

    /** Which object gets a pixel of the label image that several hold. */
    public static final Setting<OverlapRule> OVERLAP =
            Setting.choice("overlap", OverlapRule.SMALLEST_ON_TOP)
                    .explained(
                            "Overlaps in the label image",
                            "Which of several objects gets a pixel of the label image.")
                    .withOption("--overlap-rule")
                    .in("RULE");

    private OutputKeys() {}

    /** All, as a manual lists them. */
    public static List<Setting<?>> all() {
        return List.of(LABELS, ROIS, REPLACE, OVERLAY, OVERLAY_COPY, SHOW_PROMPTS, TABLE, OVERLAP);
    }

    private static Setting<Boolean> output(String key, boolean standard) {
        return PlainKinds.flag(key, standard).withOption("");
    }
}
