package sc.fiji.fastsam.settings;

/** Which object a box means. Equal ones: the better score. */
public enum BoxRule {
    /** The one whose box has the greatest IoU with the prompt, as in the paper. */
    BOX_IOU,
    /** The one whose pixels have the greatest IoU with the pixels of the prompt. */
    MASK_IOU
}
