package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.fastsam.imagej.Diameters;
import sc.fiji.fastsam.imagej.measure.MeasuredChannel;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.LinkKeys;
import sc.fiji.fastsam.settings.MeasureSettings;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.settings.Settings;

/**
 * What of an image is segmented, and how. Immutable; each {@code with…} gives a changed task and
 * leaves this one as it is.
 *
 * @param segmentation settings of each plane
 * @param overlap which object is on top in the label image
 * @param planes which planes
 * @param insideSelection only inside the image's area selection, where it has one
 * @param prompts which objects are meant; nothing = all
 * @param link which objects of a stack are one
 * @param measured what is measured besides
 */
public record ImageTask(
        SegmentationSettings segmentation,
        OverlapRule overlap,
        PlaneRange planes,
        boolean insideSelection,
        Optional<PromptList> prompts,
        StackLinks link,
        MeasureSettings measured) {

    /** Everything on the plane that is shown, with the defaults of all settings. */
    public static final ImageTask DEFAULT =
            new ImageTask(
                    SegmentationSettings.defaults(),
                    OverlapRule.SMALLEST_ON_TOP,
                    PlaneRange.SHOWN,
                    true,
                    Optional.empty(),
                    StackLinks.NONE,
                    MeasureSettings.DEFAULT);

    /** No part may be null. */
    public ImageTask {
        Objects.requireNonNull(segmentation, "segmentation");
        Objects.requireNonNull(overlap, "overlap");
        Objects.requireNonNull(planes, "planes");
        Objects.requireNonNull(prompts, "prompts");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(measured, "measured");
    }

    /** Everything on the planes that settings choose; prompts among them play no part. */
    public static ImageTask of(Settings settings) {
        return new ImageTask(
                SegmentationSettings.of(settings),
                settings.get(OutputKeys.OVERLAP),
                PlaneRange.of(settings),
                settings.get(ImageKeys.REGION),
                Optional.empty(),
                StackLinks.of(settings),
                MeasureSettings.of(settings));
    }

    /** The same but for the prompts, setting by setting. */
    public Settings toSettings() {
        return measured.addTo(segmentation.toSettings())
                .with(OutputKeys.OVERLAP, overlap)
                .with(ImageKeys.REGION, insideSelection)
                .with(ImageKeys.CHANNEL, planes.channel().number())
                .with(ImageKeys.SLICES, planes.slices())
                .with(ImageKeys.FRAMES, planes.frames())
                .with(LinkKeys.LINK, link.kind())
                .with(LinkKeys.MAX_GAP, link.maxGap());
    }

    /**
     * The same task with the diameter in an image's pixels.
     *
     * @throws IllegalArgumentException if that needs a calibration which the image does not have,
     *     there are no planes to link, or a channel to be measured is not there
     */
    public ImageTask in(ImagePlus image) {
        link.check(image, planes);
        MeasuredChannel.check(image, measured.channels());
        return withSegmentation(Diameters.resolve(segmentation, image));
    }

    /** With other settings. */
    public ImageTask withSegmentation(SegmentationSettings other) {
        return with(other, overlap, planes, insideSelection, prompts);
    }

    /** With another rule for pixels that several objects hold. */
    public ImageTask withOverlap(OverlapRule other) {
        return with(segmentation, other, planes, insideSelection, prompts);
    }

    /** On other planes. */
    public ImageTask withPlanes(PlaneRange other) {
        return with(segmentation, overlap, other, insideSelection, prompts);
    }

    /** Inside the image's selection, or everywhere. */
    public ImageTask withInsideSelection(boolean other) {
        return with(segmentation, overlap, planes, other, prompts);
    }

    /** Only the objects that prompts mean; the image's selection then plays no part. */
    public ImageTask withPrompts(PromptList other) {
        return with(segmentation, overlap, planes, false, Optional.of(other));
    }

    private ImageTask with(
            SegmentationSettings its,
            OverlapRule rule,
            PlaneRange where,
            boolean inside,
            Optional<PromptList> meant) {
        return new ImageTask(its, rule, where, inside, meant, link, measured);
    }

    /** With other links. */
    public ImageTask withLink(StackLinks other) {
        return new ImageTask(
                segmentation, overlap, planes, insideSelection, prompts, other, measured);
    }

    /** With other values measured besides. */
    public ImageTask withMeasured(MeasureSettings other) {
        return new ImageTask(segmentation, overlap, planes, insideSelection, prompts, link, other);
    }
}
