package sc.fiji.fastsam.link;

/**
 * How objects are linked.
 *
 * @param motion true for frames, where objects move and divide; false for slices, where they lie
 *     over one another
 * @param maxGap greatest number of planes in a row in which an object may be missing, 0 or more
 */
public record LinkSettings(boolean motion, int maxGap) {

    /**
     * @throws IllegalArgumentException if the gap is negative
     */
    public LinkSettings {
        if (maxGap < 0) {
            throw new IllegalArgumentException(
                    "max_gap must be 0 or more, but was " + maxGap + ".");
        }
    }

    /** For slices of a volume. */
    public static LinkSettings slices(int maxGap) {
        return new LinkSettings(false, maxGap);
    }

    /** For frames of a time series. */
    public static LinkSettings frames(int maxGap) {
        return new LinkSettings(true, maxGap);
    }
}
