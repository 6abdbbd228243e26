package sc.fiji.fastsam.io;

/**
 * Place of a plane among those of an image.
 *
 * @param channel counted from 0
 * @param slice counted from 0
 * @param frame counted from 0
 */
public record PlaneIndex(int channel, int slice, int frame) {

    /** First channel, slice and frame. */
    public static final PlaneIndex FIRST = new PlaneIndex(0, 0, 0);

    /**
     * @throws IllegalArgumentException if a number is negative
     */
    public PlaneIndex {
        if (channel < 0 || slice < 0 || frame < 0) {
            throw new IllegalArgumentException(
                    "Channel, slice and frame must not be negative, but were "
                            + channel
                            + ", "
                            + slice
                            + " and "
                            + frame
                            + ".");
        }
    }
}
