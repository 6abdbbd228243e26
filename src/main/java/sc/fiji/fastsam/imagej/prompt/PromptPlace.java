package sc.fiji.fastsam.imagej.prompt;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;

/**
 * The planes that a prompt is meant for. Each number counts from 1; 0 means any.
 *
 * @param channel the prompt was given on
 * @param slice z position
 * @param frame t position
 */
public record PromptPlace(int channel, int slice, int frame) {

    /** Every plane. */
    public static final PromptPlace ANY = new PromptPlace(0, 0, 0);

    /**
     * @throws IllegalArgumentException if a number is negative
     */
    public PromptPlace {
        if (channel < 0 || slice < 0 || frame < 0) {
            throw new IllegalArgumentException(
                    "Channel, slice and frame count from 1 (0 = any), but were "
                            + channel
                            + ", "
                            + slice
                            + ", "
                            + frame
                            + ".");
        }
    }

    /** The plane of a stack at an index from 1, or any for index 0. */
    static PromptPlace ofStackIndex(ImagePlus imp, int index) {
        if (index == 0) {
            return ANY;
        }
        if (index > imp.getStackSize()) {
            int slices = imp.getNSlices();
            return slices == imp.getStackSize()
                    ? new PromptPlace(0, index, 0)
                    : new PromptPlace(0, 0, index);
        }
        int[] p = imp.convertIndexToPosition(index);
        return new PromptPlace(p[0], p[1], p[2]);
    }

    /**
     * True when a plane with these numbers is meant; 0 = all channels, slices or frames are seen.
     */
    public boolean covers(int planeChannel, int planeSlice, int planeFrame) {
        return fits(channel, planeChannel) && fits(slice, planeSlice) && fits(frame, planeFrame);
    }

    /** "channel 1, slice 3"; "any plane". */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        addNumber(parts, "channel", channel);
        addNumber(parts, "slice", slice);
        addNumber(parts, "frame", frame);
        return parts.isEmpty() ? "any plane" : String.join(", ", parts);
    }

    private static void addNumber(List<String> parts, String axis, int number) {
        if (number > 0) {
            parts.add(axis + " " + number);
        }
    }

    private static boolean fits(int wanted, int given) {
        return wanted == 0 || given == 0 || wanted == given;
    }

    /**
     * Checks that an image has such planes.
     *
     * @param what names the prompt in the message
     * @throws IllegalArgumentException if a number is greater than the image's
     */
    void checkAgainst(ImagePlus imp, String what) {
        check(what, "channel", channel, imp.getNChannels());
        check(what, "slice", slice, imp.getNSlices());
        check(what, "frame", frame, imp.getNFrames());
    }

    private static void check(String what, String axis, int number, int count) {
        if (number > count) {
            throw new IllegalArgumentException(
                    what
                            + " is for "
                            + axis
                            + " "
                            + number
                            + ", but the image has "
                            + count
                            + (count == 1 ? " " + axis : " " + axis + "s")
                            + ". Take the image that the prompts were made on, or remove the"
                            + " position.");
        }
    }
}
