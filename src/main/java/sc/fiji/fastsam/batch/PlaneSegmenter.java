package sc.fiji.fastsam.batch;

import sc.fiji.fastsam.image.RgbPlanes;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.SegmentationSettings;

/** The step of a run that needs a network: {@code FastSamSegmenter::segmentOnce}. */
@FunctionalInterface
public interface PlaneSegmenter {

    /**
     * Segments a plane.
     *
     * @throws java.util.concurrent.CancellationException if the progress was canceled
     */
    Segmentation segment(RgbPlanes planes, SegmentationSettings settings, Progress progress);
}
