package sc.fiji.fastsam.settings;

/**
 * Which of the network's candidates become objects.
 *
 * @param confidence smallest score, 0..1; 0 = by how sure the network is of a plane's objects
 * @param iou a candidate whose box overlaps a better one by more than this IoU is dropped, 0..1
 * @param maxObjects keep at most so many, best first; 0 = no limit
 */
public record DetectionSettings(double confidence, double iou, int maxObjects) {

    /** Candidates of a lower score are no objects, where the smallest score is found by itself. */
    private static final double LEAST_AUTOMATIC = 0.25;

    /** Default settings. */
    public static final DetectionSettings DEFAULT = of(Settings.DEFAULT);

    /**
     * @throws IllegalArgumentException if a value is out of its range
     */
    public DetectionSettings {
        SegmentationKeys.CONFIDENCE.check(confidence);
        SegmentationKeys.IOU.check(iou);
        SegmentationKeys.MAX_OBJECTS.check(maxObjects);
    }

    /** Whether a plane's objects tell the smallest score. */
    public boolean isAutomatic() {
        return confidence == 0;
    }

    /** What a candidate needs to be looked at, 0..1. */
    public double leastScore() {
        return isAutomatic() ? LEAST_AUTOMATIC : confidence;
    }

    static DetectionSettings of(Settings settings) {
        return new DetectionSettings(
                settings.get(SegmentationKeys.CONFIDENCE),
                settings.get(SegmentationKeys.IOU),
                settings.get(SegmentationKeys.MAX_OBJECTS));
    }

    Settings addTo(Settings settings) {
        return settings.with(SegmentationKeys.CONFIDENCE, confidence)
                .with(SegmentationKeys.IOU, iou)
                .with(SegmentationKeys.MAX_OBJECTS, maxObjects);
    }
}
