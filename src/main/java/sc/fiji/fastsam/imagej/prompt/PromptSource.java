package sc.fiji.fastsam.imagej.prompt;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;

/** Where the ROIs of prompts are. */
public enum PromptSource {
    /** The image's selection. */
    SELECTION {
        @Override
        public List<Roi> rois(ImagePlus imp) {
            Roi roi = imp.getRoi();
            if (roi == null) {
                throw nothing(
                        "The image has no selection",
                        "Draw points (multi-point tool) or a rectangle on the objects");
            }
            return List.of(roi);
        }
    },
    /** The image's overlay. */
    OVERLAY {
        @Override
        public List<Roi> rois(ImagePlus imp) {
            if (imp.getOverlay() == null || imp.getOverlay().size() == 0) {
                throw nothing(
                        "The image has no overlay",
                        "Draw points or rectangles and add them with Image > Overlay > Add"
                                + " Selection");
            }
            return List.of(imp.getOverlay().toArray());
        }
    },
    /** All ROIs of the ROI Manager. */
    ROI_MANAGER {
        @Override
        public List<Roi> rois(ImagePlus imp) {
            Roi[] rois = manager().getRoisAsArray();
            if (rois.length == 0) {
                throw nothing(
                        "The ROI Manager is empty", "Draw points or rectangles and add them (t)");
            }
            return List.of(rois);
        }
    },
    /** The ROIs that are selected in the ROI Manager's list. */
    ROI_MANAGER_SELECTED {
        @Override
        public List<Roi> rois(ImagePlus imp) {
            RoiManager manager = manager();
            int[] selected = manager.getSelectedIndexes();
            if (selected.length == 0) {
                throw nothing(
                        "No ROI is selected in the ROI Manager",
                        "Select some in its list, or take all");
            }
            return Arrays.stream(selected).mapToObj(manager::getRoi).toList();
        }
    };

    /**
     * The ROIs, in their order; not copies.
     *
     * @throws IllegalArgumentException if there are none; the message says how to make one
     */
    public abstract List<Roi> rois(ImagePlus imp);

    /** Reads these ROIs as prompts; see {@link RoiPrompts#of}. */
    public PromptList read(ImagePlus imp) {
        return RoiPrompts.of(rois(imp), imp);
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
