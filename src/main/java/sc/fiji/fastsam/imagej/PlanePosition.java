package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import sc.fiji.fastsam.settings.Counted;

/**
 * A plane of an image: channel, slice and frame, each counted from 1.
 *
 * @param channel the active channel
 * @param slice z position
 * @param frame t position
 */
public record PlanePosition(int channel, int slice, int frame) {

    /** The only plane of a plain image. */
    public static final PlanePosition FIRST = new PlanePosition(1, 1, 1);

    /**
     * @throws IllegalArgumentException if a number is below 1
     */
    public PlanePosition {
        check("channel", channel);
        check("slice", slice);
        check("frame", frame);
    }

    /** The plane that an image shows. */
    public static PlanePosition of(ImagePlus imp) {
        return new PlanePosition(imp.getC(), imp.getZ(), imp.getT());
    }

    /** The plane of an image's stack that stands at an index, counted from 1. */
    public static PlanePosition ofStackIndex(ImagePlus imp, int index) {
        int[] position = imp.convertIndexToPosition(index);
        return new PlanePosition(position[0], position[1], position[2]);
    }

    /**
     * Index of this plane in the image's stack, counted from 1.
     *
     * @throws IllegalArgumentException if the image has no such plane
     */
    public int stackIndexIn(ImagePlus imp) {
        checkAgainst("channel", channel, imp.getNChannels(), imp);
        checkAgainst("slice", slice, imp.getNSlices(), imp);
        checkAgainst("frame", frame, imp.getNFrames(), imp);
        return imp.getStackIndex(channel, slice, frame);
    }

    /** The same slice and frame of another channel. */
    public PlanePosition withChannel(int other) {
        return new PlanePosition(other, slice, frame);
    }

    private static void check(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " counts from 1, but was " + value + ".");
        }
    }

    private static void checkAgainst(String name, int value, int count, ImagePlus imp) {
        if (value > count) {
            throw new IllegalArgumentException(
                    name
                            + (count == 1 ? " must be 1" : " must lie between 1 and " + count)
                            + " for this image of "
                            + planes(imp)
                            + ", but was "
                            + value
                            + ".");
        }
    }

    /** "3 channels, 1 slice, 1 frame", so that who took channels for slices sees it. */
    private static String planes(ImagePlus imp) {
        return String.join(
                ", ",
                Counted.text(imp.getNChannels(), "channel"),
                Counted.text(imp.getNSlices(), "slice"),
                Counted.text(imp.getNFrames(), "frame"));
    }
}
