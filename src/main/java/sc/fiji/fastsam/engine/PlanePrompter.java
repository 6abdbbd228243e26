package sc.fiji.fastsam.engine;

import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.SegmentationSettings;

/** Lets prompts choose on a plane; {@link sc.fiji.fastsam.segment.PromptSegmenter} does. */
@FunctionalInterface
public interface PlanePrompter {

    /**
     * What the prompts choose, in the plane's pixels.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    Answers segment(
            RgbImage planes, SegmentationSettings settings, Prompts prompts, Progress progress);
}
