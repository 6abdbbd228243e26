package sc.fiji.fastsam.io;

/**
 * How many planes an image has along each axis. An RGB image has one channel.
 *
 * @param channels at least 1
 * @param slices at least 1
 * @param frames at least 1
 */
public record PlaneCounts(int channels, int slices, int frames) {

    /** A single plane. */
    public static final PlaneCounts ONE = new PlaneCounts(1, 1, 1);

    /**
     * @throws IllegalArgumentException if a count is below 1 or their product is above 2^31 - 1
     */
    public PlaneCounts {
        if (channels < 1 || slices < 1 || frames < 1 || !fits(channels, slices, frames)) {
            throw new IllegalArgumentException(
                    "An image must have 1 to 2147483647 planes, but has "
                            + channels
                            + " channels x "
                            + slices
                            + " slices x "
                            + frames
                            + " frames.");
        }
    }

    private static boolean fits(long channels, long slices, long frames) {
        // NB: the first product of two ints cannot overflow a long.
        return channels * slices <= Integer.MAX_VALUE
                && channels * slices * frames <= Integer.MAX_VALUE;
    }

    /** Number of planes. */
    public int total() {
        return channels * slices * frames;
    }

    /** True when the plane is one of these. */
    public boolean contains(PlaneIndex plane) {
        return plane.channel() < channels && plane.slice() < slices && plane.frame() < frames;
    }

    /** Place of a plane where channels vary fastest, then slices, then frames (ImageJ's order). */
    public int indexOf(PlaneIndex plane) {
        return (plane.frame() * slices + plane.slice()) * channels + plane.channel();
    }

    /** The plane at such a place, 0 to {@code total() - 1}. */
    public PlaneIndex at(int index) {
        return new PlaneIndex(
                index % channels, index / channels % slices, index / channels / slices);
    }
}
