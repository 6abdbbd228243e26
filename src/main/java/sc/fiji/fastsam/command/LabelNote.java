package sc.fiji.fastsam.command;

import ij.ImagePlus;
import sc.fiji.fastsam.imagej.LabelPlus;

/**
 * What is said where a label image is segmented: after a run it is the active image, so that the
 * next run takes it for the image that is meant.
 */
final class LabelNote {

    private LabelNote() {}

    /** Behind what a preview says; empty for other images. */
    static String brief(ImagePlus image) {
        return LabelPlus.isLabelImage(image)
                ? ". This is a label image: choose its source first."
                : "";
    }

    /** A line for the log; empty for other images. */
    static String line(ImagePlus image) {
        return LabelPlus.isLabelImage(image)
                ? "\""
                        + image.getTitle()
                        + "\" is a label image: its numbers were segmented and measured. Choose"
                        + " the image that it was made of, and run again."
                : "";
    }
}
