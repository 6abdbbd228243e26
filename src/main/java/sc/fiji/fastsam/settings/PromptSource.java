package sc.fiji.fastsam.settings;

/** Where the ROIs of prompts are. */
public enum PromptSource {
    /** The image's selection. */
    SELECTION,
    /** The image's overlay. */
    OVERLAY,
    /** All ROIs of the ROI Manager. */
    ROI_MANAGER,
    /** The ROIs that are selected in the ROI Manager's list. */
    ROI_MANAGER_SELECTED
}
