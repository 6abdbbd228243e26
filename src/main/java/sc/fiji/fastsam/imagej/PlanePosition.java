package sc.fiji.fastsam.imagej;

import ij.ImagePlus;

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
        checkAgainst("channel", channel, imp.getNChannels());
        checkAgainst("slice", slice, imp.getNSlices());
        checkAgainst("frame", frame, imp.getNFrames());
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

    private static void checkAgainst(String name, int value, int count) {
        if (value > count) {
            throw new IllegalArgumentException(
                    name
                            + " must lie between 1 and "
                            + count
                            + " for this image, but was "
                            + value
                            + ".");
        }
    }
}
