package sc.fiji.fastsam.settings;

import java.util.Objects;

/**
 * Which masks stay, and how they are cleaned.
 *
 * @param maskIou a mask that overlaps a better one by more than this IoU is dropped, 0..1
 * @param minArea smallest area, in square source pixels
 * @param maxArea greatest area, in square source pixels; 0 = no limit
 * @param excludeBorder drop objects that touch the image's border
 * @param smooth close small gaps, open thin bridges and drop fragments
 * @param nested what becomes of objects inside others
 */
public record ObjectSettings(
        double maskIou,
        double minArea,
        double maxArea,
        boolean excludeBorder,
        boolean smooth,
        Nested nested) {

    /** Default settings. */
    public static final ObjectSettings DEFAULT =
            new ObjectSettings(0.5, 0, 0, false, false, Nested.ALL);

    /**
     * @throws IllegalArgumentException if a value is out of its range
     */
    public ObjectSettings {
        Objects.requireNonNull(nested, "nested");
        Checks.range("mask_iou", maskIou, 0, 1);
        Checks.notNegative("min_area", minArea);
        Checks.notNegative("max_area", maxArea);
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
