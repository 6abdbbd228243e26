package sc.fiji.fastsam.settings;

import java.util.Objects;

/**
 * Everything that decides what a segmentation holds. Immutable; each {@code with…} gives changed
 * settings and leaves these as they are.
 *
 * @param input contrast
 * @param scale size at the network
 * @param detection choice of candidates
 * @param objects choice and cleaning of masks
 */
public record SegmentationSettings(
        InputSettings input,
        ScaleSettings scale,
        DetectionSettings detection,
        ObjectSettings objects) {

    private static final SegmentationSettings DEFAULT = of(Settings.DEFAULT);

    /** No part may be null. */
    public SegmentationSettings {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(objects, "objects");
    }

    /**
     * What the settings say of a segmentation.
     *
     * @throws IllegalArgumentException if values do not suit one another
     */
    public static SegmentationSettings of(Settings settings) {
        return new SegmentationSettings(
                InputSettings.of(settings),
                ScaleSettings.of(settings),
                DetectionSettings.of(settings),
                ObjectSettings.of(settings));
    }

    /** The same, setting by setting. */
    public Settings toSettings() {
        return objects.addTo(detection.addTo(scale.addTo(input.addTo(Settings.DEFAULT))));
    }

    /** The defaults of all doors. */
    public static SegmentationSettings defaults() {
        return DEFAULT;
    }

    /** With another contrast. */
    public SegmentationSettings withInput(InputSettings other) {
        return new SegmentationSettings(other, scale, detection, objects);
    }

    /** With another scale. */
    public SegmentationSettings withScale(ScaleSettings other) {
        return new SegmentationSettings(input, other, detection, objects);
    }

    /** With another choice of candidates. */
    public SegmentationSettings withDetection(DetectionSettings other) {
        return new SegmentationSettings(input, scale, other, objects);
    }

    /** With another choice of masks. */
    public SegmentationSettings withObjects(ObjectSettings other) {
        return new SegmentationSettings(input, scale, detection, other);
    }

    /** With the diameter of a typical object, in source pixels; 0 = automatic. */
    public SegmentationSettings withDiameter(double pixels) {
        return withDiameter(Diameter.inPixels(pixels));
    }

    /** With the diameter of a typical object. */
    public SegmentationSettings withDiameter(Diameter diameter) {
        return withScale(new ScaleSettings(diameter, scale.imageSize(), scale.sizes()));
    }

    /** With the longer side at the network, in network pixels; 0 = from the diameter. */
    public SegmentationSettings withImageSize(int imageSize) {
        return withScale(new ScaleSettings(scale.diameter(), imageSize, scale.sizes()));
    }

    /** With another number of sizes that are looked for. */
    public SegmentationSettings withSizes(Sizes sizes) {
        return withScale(new ScaleSettings(scale.diameter(), scale.imageSize(), sizes));
    }

    /** With the smallest score, 0..1. */
    public SegmentationSettings withConfidence(double confidence) {
        return withDetection(
                new DetectionSettings(confidence, detection.iou(), detection.maxObjects()));
    }

    /** With the greatest IoU of two boxes, 0..1. */
    public SegmentationSettings withIou(double iou) {
        return withDetection(
                new DetectionSettings(detection.confidence(), iou, detection.maxObjects()));
    }

    /** With a limit to the number of objects; 0 = none. */
    public SegmentationSettings withMaxObjects(int maxObjects) {
        return withDetection(
                new DetectionSettings(detection.confidence(), detection.iou(), maxObjects));
    }

    /** With limits to the area, in square source pixels; a greatest area of 0 = no limit. */
    public SegmentationSettings withArea(double minArea, double maxArea) {
        boolean excludeBorder = objects.limits().excludeBorder();
        return withObjects(objects.withLimits(new ObjectLimits(minArea, maxArea, excludeBorder)));
    }

    /** With or without the objects that touch the border. */
    public SegmentationSettings withExcludeBorder(boolean excludeBorder) {
        ObjectLimits before = objects.limits();
        return withObjects(
                objects.withLimits(
                        new ObjectLimits(before.minArea(), before.maxArea(), excludeBorder)));
    }

    /** With or without smoothing. */
    public SegmentationSettings withSmooth(boolean smooth) {
        return withObjects(objects.withSmooth(smooth));
    }
}
