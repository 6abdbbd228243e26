package sc.fiji.fastsam.imagej.prompt;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.settings.PromptSource;

/** The ROIs that are prompts, from where the user says they are. */
public final class PromptRois {

    private PromptRois() {}

    /**
     * The ROIs, in their order; not copies, but for the pieces of a selection that has several.
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

    private static List<Roi> selection(ImagePlus imp) {
        if (imp.getRoi() == null) {
            throw nothing(
                    "The image has no selection",
                    "Draw points (multi-point tool) or a rectangle on the objects");
        }
        return pieces(imp.getRoi());
    }

    /**
     * The pieces of an area that was drawn in several, with the shift key; holes are none. Of each
     * other ROI itself.
     */
    private static List<Roi> pieces(Roi selection) {
        if (!(selection instanceof ShapeRoi several) || !several.isArea()) {
            return List.of(selection);
        }
        List<Roi> pieces = new ArrayList<>();
        for (Roi piece : several.getRois()) {
            if (piece.isArea() && startsIn(several, piece)) {
                pieces.add(placed(piece, selection));
            }
        }
        return pieces.size() > 1 ? pieces : List.of(selection);
    }

    /** NB: by the first pixel alone; ImageJ's list of all has an object for each. */
    private static boolean startsIn(Roi whole, Roi piece) {
        Iterator<Point> pixels = piece.iterator();
        if (!pixels.hasNext()) {
            return false;
        }
        Point first = pixels.next();
        return whole.contains(first.x, first.y);
    }

    private static Roi placed(Roi piece, Roi whole) {
        piece.copyAttributes(whole);
        if (whole.hasHyperStackPosition()) {
            piece.setPosition(whole.getCPosition(), whole.getZPosition(), whole.getTPosition());
        } else {
            piece.setPosition(whole.getPosition());
        }
        return piece;
    }

    private static List<Roi> overlay(ImagePlus imp) {
        if (imp.getOverlay() == null || imp.getOverlay().size() == 0) {
            throw nothing(
                    "The image has no overlay",
                    "Draw points or rectangles and add them with Image > Overlay > Add Selection");
        }
        List<Roi> prompts =
                Arrays.stream(imp.getOverlay().toArray())
                        .filter(roi -> !OwnRois.isOutline(roi))
                        .toList();
        if (prompts.isEmpty()) {
            throw nothing(
                    "The image's overlay holds only outlines of objects that were found",
                    "Draw points or rectangles and add them with Image > Overlay > Add Selection");
        }
        return prompts;
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
