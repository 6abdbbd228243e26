package sc.fiji.fastsam.engine;

import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.SegmentationSettings;

/** Finds the objects of a plane; {@link sc.fiji.fastsam.segment.Segmenter} does. */
@FunctionalInterface
public interface PlaneSegmenter {

    /**
     * The objects of a plane, in its pixels.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    Segmentation segment(RgbImage planes, SegmentationSettings settings, Progress progress);
}
