package sc.fiji.fastsam.segment;

import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.opencv.MaskSmoother;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.prompt.Selector;
import sc.fiji.fastsam.settings.Nested;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * Segments a plane and lets prompts choose: network once, selection, clean-up of merged masks, and
 * a second look where no object answers a prompt well. New prompts on a plane that the cache holds
 * do not run the network again.
 */
public final class PromptSegmenter {

    /** What a user points at is likely to be there, so a lower score will do. */
    private static final double LOW_CONFIDENCE = 0.03;

    private final CachingSegmenter segmenter;

    /** On a segmenter, which stays open. */
    public PromptSegmenter(CachingSegmenter segmenter) {
        this.segmenter = segmenter;
    }

    /**
     * Chooses the objects that prompts mean, without what they cannot mean.
     *
     * @param image already stretched to 0..1
     * @param settings what the objects to choose from are
     * @param prompts in source pixels, with how they choose
     * @throws IllegalArgumentException if there is no prompt, or a box lies wholly outside
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public Answers segment(
            RgbPlane image, SegmentationSettings settings, Prompts prompts, Progress progress) {
        return untrimmed(image, settings, prompts.inside(image.size()), progress).trimmed();
    }

    private Answers untrimmed(
            RgbPlane image, SegmentationSettings settings, Prompts inside, Progress progress) {
        Segmentation all = segmenter.segment(image, settings, progress);
        Answers answers = selector(all, image, progress).select(inside);
        if (!inside.settings().secondLook()
                || image.isFlat()
                || !SecondLook.isNeeded(answers, inside)) {
            return answers;
        }
        long begin = System.nanoTime();
        return secondLook(image, settings, all, progress)
                .improve(answers, inside, progress)
                .withTime("second look", (System.nanoTime() - begin) / 1e6);
    }

    private SecondLook secondLook(
            RgbPlane image, SegmentationSettings settings, Segmentation all, Progress progress) {
        SegmentationSettings low = settings.withConfidence(lowConfidence(settings));
        return new SecondLook(
                segmenter.known(image, low).orElse(all),
                closeUps(image, low, progress),
                closeUps(image, everyProposal(low), progress),
                segmenter.model().favoriteDiameter().orElse(ScaleChooser.USUAL_DIAMETER),
                found -> selector(found, image, progress));
    }

    private CloseUps closeUps(RgbPlane image, SegmentationSettings settings, Progress progress) {
        // NB: single close-ups end on several threads.
        Progress quiet = Progress.quiet(progress::isCanceled);
        return new CloseUps(image, settings, (crop, at) -> segmenter.segment(crop, at, quiet));
    }

    /** Nothing is left out for repeating another, or for lying in it. */
    private static SegmentationSettings everyProposal(SegmentationSettings settings) {
        return settings.withIou(1)
                .withObjects(settings.objects().withMaskIou(1).withNested(Nested.ALL));
    }

    private static double lowConfidence(SegmentationSettings settings) {
        return Math.min(LOW_CONFIDENCE, settings.detection().leastScore());
    }

    private static Selector selector(
            Segmentation segmentation, RgbPlane planes, Progress progress) {
        Size plane = segmentation.size();
        return Selector.of(segmentation)
                .withCleanUp(mask -> MaskSmoother.smooth(mask, plane))
                .withPixels(planes, progress);
    }
}
