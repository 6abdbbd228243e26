package sc.fiji.fastsam.settings;

import java.util.Objects;

/**
 * Which masks stay, and how they are cleaned.
 *
 * @param maskIou a mask that overlaps a better one by more than this IoU is dropped, 0..1
 * @param nested what becomes of objects inside others
 * @param smooth close small gaps, open thin bridges and drop fragments
 * @param limits to area and place
 */
public record ObjectSettings(double maskIou, Nested nested, boolean smooth, ObjectLimits limits) {

    /** Default settings. */
    public static final ObjectSettings DEFAULT = of(Settings.DEFAULT);

    /**
     * @throws IllegalArgumentException if a value is out of its range
     */
    public ObjectSettings {
        Objects.requireNonNull(nested, "nested");
        Objects.requireNonNull(limits, "limits");
        SegmentationKeys.MASK_IOU.check(maskIou);
    }

    static ObjectSettings of(Settings settings) {
        return new ObjectSettings(
                settings.get(SegmentationKeys.MASK_IOU),
                settings.get(SegmentationKeys.NESTED),
                settings.get(SegmentationKeys.SMOOTH),
                new ObjectLimits(
                        settings.get(SegmentationKeys.MIN_AREA),
                        settings.get(SegmentationKeys.MAX_AREA),
                        settings.get(SegmentationKeys.EXCLUDE_BORDER)));
    }

    Settings addTo(Settings settings) {
        return settings.with(SegmentationKeys.MASK_IOU, maskIou)
                .with(SegmentationKeys.NESTED, nested)
                .with(SegmentationKeys.SMOOTH, smooth)
                .with(SegmentationKeys.MIN_AREA, limits.minArea())
                .with(SegmentationKeys.MAX_AREA, limits.maxArea())
                .with(SegmentationKeys.EXCLUDE_BORDER, limits.excludeBorder());
    }

    /** With another greatest IoU, 0..1. */
    public ObjectSettings withMaskIou(double other) {
        return new ObjectSettings(other, nested, smooth, limits);
    }

    /** With another treatment of objects inside others. */
    public ObjectSettings withNested(Nested other) {
        return new ObjectSettings(maskIou, other, smooth, limits);
    }

    /** With or without smoothing. */
    public ObjectSettings withSmooth(boolean other) {
        return new ObjectSettings(maskIou, nested, other, limits);
    }

    /** With other limits to area and place. */
    public ObjectSettings withLimits(ObjectLimits other) {
        return new ObjectSettings(maskIou, nested, smooth, other);
    }
}
