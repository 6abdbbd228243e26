package sc.fiji.fastsam.imagej;

import ij.ImagePlus;

/**
 * What of an image's channels the network reads.
 *
 * @param number -1 = the active channel (RGB and palette images in color), 0 = all channels as
 *     displayed, n = that channel, counted from 1 (of RGB images: red, green, blue)
 */
public record ChannelSource(int number) {

    /** The active channel; RGB and palette images in color. */
    public static final ChannelSource ACTIVE = new ChannelSource(-1);

    /** What the image shows: composites through their color tables and display ranges. */
    public static final ChannelSource DISPLAYED = new ChannelSource(0);

    /**
     * @throws IllegalArgumentException if the number is below -1
     */
    public ChannelSource {
        if (number < -1) {
            throw new IllegalArgumentException(
                    "channel must be a channel's number, 0 (as displayed) or -1 (the active one),"
                            + " but was "
                            + number
                            + ".");
        }
    }

    /**
     * The same among an image's planes: a color of an RGB image is none of them, so the one channel
     * that it has is meant.
     */
    public ChannelSource amongPlanes(ImagePlus image) {
        return isNumbered() && image.getBitDepth() == 24 ? ACTIVE : this;
    }

    /** True when a channel is named by its number. */
    boolean isNumbered() {
        return number > 0;
    }

    /** NB: as Java would have it; but making that takes milliseconds of each start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelSource r && number == r.number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
