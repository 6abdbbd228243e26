package sc.fiji.fastsam.imagej.roi;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import java.util.Locale;
import sc.fiji.fastsam.imagej.PlanePosition;

/**
 * Where in a stack a region shows, as ImageJ writes it: in hyperstacks and images of several
 * channels as channel, slice and frame (0 = all channels), in plain stacks as an index, else
 * nowhere in particular.
 *
 * @param index place in the stack, counted from 1; 0 for an image of one plane, or for all
 * @param channel counted from 1, 0 = all; used where {@code hyperstack}
 * @param slice counted from 1, 0 = all
 * @param frame counted from 1, 0 = all
 * @param hyperstack true when the place has three coordinates
 */
public record RoiPlace(int index, int channel, int slice, int frame, boolean hyperstack) {

    /** No place: the region shows everywhere. */
    public static final RoiPlace EVERYWHERE = new RoiPlace(0, 0, 0, 0, false);

    /**
     * The place of a plane. Composites that show all channels at once get channel 0, so that the
     * region stays when the user moves on to another channel.
     */
    public static RoiPlace of(ImagePlus imp, PlanePosition position) {
        if (imp.getStackSize() == 1) {
            return EVERYWHERE;
        }
        int index = position.stackIndexIn(imp);
        int channel = imp.getDisplayMode() == IJ.COMPOSITE ? 0 : position.channel();
        return new RoiPlace(
                index, channel, position.slice(), position.frame(), hasCoordinates(imp));
    }

    /**
     * The place of numbers that count from 1, each 0 for all. In a plain stack a place of neither
     * slice nor frame is everywhere.
     */
    public static RoiPlace of(ImagePlus imp, int channel, int slice, int frame) {
        if (imp.getStackSize() == 1) {
            return EVERYWHERE;
        }
        boolean both = slice > 0 && frame > 0;
        int index = both ? imp.getStackIndex(1, slice, frame) : Math.max(slice, frame);
        return new RoiPlace(index, channel, slice, frame, hasCoordinates(imp));
    }

    private static boolean hasCoordinates(ImagePlus imp) {
        return imp.isHyperStack() || imp.getNChannels() > 1;
    }

    /** Puts a region there. */
    public void applyTo(Roi roi) {
        if (hyperstack) {
            roi.setPosition(channel, slice, frame);
        } else {
            roi.setPosition(index);
        }
    }

    /** True when a region shows on this slice and frame, in whichever channel. */
    public boolean isOf(Roi roi) {
        if (roi.hasHyperStackPosition()) {
            return (roi.getZPosition() == 0 || roi.getZPosition() == slice)
                    && (roi.getTPosition() == 0 || roi.getTPosition() == frame);
        }
        return roi.getPosition() == 0 || roi.getPosition() == index;
    }

    /** The stack's index with a dash; empty without a stack. */
    String prefix() {
        return index == 0 ? "" : String.format(Locale.ROOT, "%04d-", index);
    }
}
