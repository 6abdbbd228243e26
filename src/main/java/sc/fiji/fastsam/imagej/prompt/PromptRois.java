package sc.fiji.fastsam.imagej.prompt;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.PromptSource;
import sc.fiji.fastsam.settings.Settings;

/** The ROIs that are prompts, from where the user says they are. */
public final class PromptRois {

    private PromptRois() {}

    /**
     * The ROIs, in their order; not copies.
     *
     * @throws IllegalArgumentException if there are none; the message says how to make one
     */
    public static List<Roi> of(PromptSource source, ImagePlus imp) {
        return switch (source) {
            case SELECTION -> selection(imp);
            case OVERLAY -> overlay(imp);
            case ROI_MANAGER -> managed();
            case ROI_MANAGER_SELECTED -> selected();
        };
    }

    /**
     * Reads these ROIs as prompts; see {@link RoiPrompts#of}.
     *
     * @throws IllegalArgumentException if there are none, or one is no prompt
     */
    public static PromptList read(PromptSource source, ImagePlus imp) {
        return RoiPrompts.of(of(source, imp), imp);
    }

    /**
     * The prompts that settings tell: the typed ones; where there are none, those of the source.
     *
     * @throws IllegalArgumentException if there is no prompt, or one is not readable
     */
    public static PromptList read(Settings settings, ImagePlus imp) {
        PromptList typed = PromptList.typed(settings);
        PromptList all = typed.isEmpty() ? read(settings.get(PromptKeys.SOURCE), imp) : typed;
        return all.withRules(PromptSettings.of(settings));
    }

    private static List<Roi> selection(ImagePlus imp) {
        if (imp.getRoi() == null) {
            throw nothing(
                    "The image has no selection",
                    "Draw points (multi-point tool) or a rectangle on the objects");
        }
        return List.of(imp.getRoi());
    }

    private static List<Roi> overlay(ImagePlus imp) {
        if (imp.getOverlay() == null || imp.getOverlay().size() == 0) {
            throw nothing(
                    "The image has no overlay",
                    "Draw points or rectangles and add them with Image > Overlay > Add Selection");
        }
        return List.of(imp.getOverlay().toArray());
    }

    private static List<Roi> managed() {
        Roi[] rois = manager().getRoisAsArray();
        if (rois.length == 0) {
            throw nothing("The ROI Manager is empty", "Draw points or rectangles and add them (t)");
        }
        return List.of(rois);
    }

    private static List<Roi> selected() {
        RoiManager manager = manager();
        int[] selected = manager.getSelectedIndexes();
        if (selected.length == 0) {
            throw nothing(
                    "No ROI is selected in the ROI Manager",
                    "Select some in its list, or take all");
        }
        return Arrays.stream(selected).mapToObj(manager::getRoi).toList();
    }

    private static RoiManager manager() {
        RoiManager manager = RoiManager.getInstance2();
        if (manager != null) {
            return manager;
        }
        throw GraphicsEnvironment.isHeadless()
                ? nothing(
                        "There is no ROI Manager without a display",
                        "Put the ROIs into the image's overlay, or read them from a .zip file")
                : nothing(
                        "The ROI Manager is not open",
                        "Draw points or rectangles and add them (t)");
    }

    private static IllegalArgumentException nothing(String what, String wayOut) {
        return new IllegalArgumentException("No prompts: " + what + ". " + wayOut + ".");
    }
}
