package sc.fiji.fastsam.settings;

/**
 * Which of the network's candidates become objects.
 *
 * @param confidence smallest score, 0..1
 * @param iou a candidate whose box overlaps a better one by more than this IoU is dropped, 0..1
 * @param maxObjects keep at most so many, best first; 0 = no limit
 */
public record DetectionSettings(double confidence, double iou, int maxObjects) {

    /** Default settings. */
    public static final DetectionSettings DEFAULT = new DetectionSettings(0.3, 0.6, 0);

    /**
     * @throws IllegalArgumentException if a value is out of its range
     */
    public DetectionSettings {
        Checks.range("confidence", confidence, 0, 1);
        Checks.range("iou", iou, 0, 1);
        Checks.notNegative("max_objects", maxObjects);
    }
}
