package sc.fiji.fastsam.engine;

import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.segment.CachingSegmenter;
import sc.fiji.fastsam.segment.NetworkSegmenter;
import sc.fiji.fastsam.segment.PredictionCache;
import sc.fiji.fastsam.segment.PromptSegmenter;
import sc.fiji.fastsam.settings.SegmentationSettings;

/** Finds the objects of one plane. */
@FunctionalInterface
public interface PlaneSegmenter {

    /**
     * All objects of a plane, in its pixels.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    Segmentation segment(RgbPlane plane, SegmentationSettings settings, Progress progress);

    /**
     * The objects that prompts choose, in the plane's pixels. Chooses among all objects; a network
     * may look again.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    default Answers select(
            RgbPlane plane, SegmentationSettings settings, Prompts prompts, Progress progress) {
        return segment(plane, settings, progress).select(prompts).trimmed();
    }

    /** A network whose raw results are kept, for images that are seen again. Stays open. */
    static PlaneSegmenter keeping(CachingSegmenter network) {
        return new Keeping(network);
    }

    /**
     * A network for planes that do not come again, as files one after the other: raw results are
     * kept only where prompts may need a second look. Stays open.
     */
    static PlaneSegmenter once(NetworkSegmenter network) {
        return new Once(network);
    }

    /**
     * Keeps raw results.
     *
     * @param network stays open
     */
    record Keeping(CachingSegmenter network) implements PlaneSegmenter {

        @Override
        public Segmentation segment(
                RgbPlane plane, SegmentationSettings settings, Progress progress) {
            return network.segment(plane, settings, progress);
        }

        @Override
        public Answers select(
                RgbPlane plane, SegmentationSettings settings, Prompts prompts, Progress progress) {
            return new PromptSegmenter(network).segment(plane, settings, prompts, progress);
        }
    }

    /**
     * Keeps raw results for prompts alone.
     *
     * @param network stays open
     */
    record Once(NetworkSegmenter network) implements PlaneSegmenter {

        @Override
        public Segmentation segment(
                RgbPlane plane, SegmentationSettings settings, Progress progress) {
            return network.segment(plane, settings, progress);
        }

        @Override
        public Answers select(
                RgbPlane plane, SegmentationSettings settings, Prompts prompts, Progress progress) {
            return new Keeping(new CachingSegmenter(network, PredictionCache.shared()))
                    .select(plane, settings, prompts, progress);
        }
    }
}
