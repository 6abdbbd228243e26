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

    private static final SegmentationSettings DEFAULT =
            new SegmentationSettings(
                    InputSettings.DEFAULT,
                    ScaleSettings.AUTOMATIC,
                    DetectionSettings.DEFAULT,
                    ObjectSettings.DEFAULT);

    /** No part may be null. */
    public SegmentationSettings {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(objects, "objects");
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
    public SegmentationSettings withDiameter(double diameter) {
        return withScale(new ScaleSettings(diameter, scale.imageSize()));
    }

    /** With the longer side at the network, in network pixels; 0 = from the diameter. */
    public SegmentationSettings withImageSize(int imageSize) {
        return withScale(new ScaleSettings(scale.diameter(), imageSize));
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
        ObjectSettings o = objects;
        return withObjects(
                new ObjectSettings(
                        o.maskIou(), minArea, maxArea, o.excludeBorder(), o.smooth(), o.nested()));
    }

    /** With or without the objects that touch the border. */
    public SegmentationSettings withExcludeBorder(boolean excludeBorder) {
        ObjectSettings o = objects;
        return withObjects(
                new ObjectSettings(
                        o.maskIou(),
                        o.minArea(),
                        o.maxArea(),
                        excludeBorder,
                        o.smooth(),
                        o.nested()));
    }

    /** With or without smoothing. */
    public SegmentationSettings withSmooth(boolean smooth) {
        ObjectSettings o = objects;
        return withObjects(
                new ObjectSettings(
                        o.maskIou(),
                        o.minArea(),
                        o.maxArea(),
                        o.excludeBorder(),
                        smooth,
                        o.nested()));
    }
}
