package sc.fiji.fastsam.settings;

/**
 * Which objects of a plane stay.
 *
 * @param minArea smallest area, in square source pixels
 * @param maxArea greatest area, in square source pixels; 0 = no limit
 * @param excludeBorder drop objects that touch the plane's border
 */
public record ObjectLimits(double minArea, double maxArea, boolean excludeBorder) {

    /** All stay. */
    public static final ObjectLimits NONE = new ObjectLimits(0, 0, false);

    /**
     * @throws IllegalArgumentException if an area is out of its range
     */
    public ObjectLimits {
        SegmentationKeys.MIN_AREA.check(minArea);
        SegmentationKeys.MAX_AREA.check(maxArea);
        if (maxArea > 0 && minArea > maxArea) {
            throw new IllegalArgumentException(
                    "min_area must not exceed max_area, but they were "
                            + minArea
                            + " and "
                            + maxArea
                            + ".");
        }
    }
}
