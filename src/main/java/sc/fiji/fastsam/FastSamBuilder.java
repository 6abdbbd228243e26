package sc.fiji.fastsam;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.engine.TaskPrompts;
import sc.fiji.fastsam.imagej.ImgImages;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.settings.LengthUnit;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.SettingKeys;
import sc.fiji.fastsam.settings.Settings;

/**
 * Settings one by one, and then the objects of images.
 *
 * <pre>{@code
 * ImageObjects cells = FastSam.builder().diameter(8, LengthUnit.UM).minArea(20).segment(image);
 *
 * try (FastSamSession own = FastSam.builder().model(Path.of("FastSAM-s.onnx")).open()) {
 *     ImageObjects first = own.segment(image);
 * }
 * }</pre>
 *
 * <p>Not thread-safe; what it gives is.
 */
public final class FastSamBuilder {

    private static final String OUTPUTS =
            "Leave it out: the result has methods for it (toLabelImage, toParentImage, toRois, addTo,"
                    + " showPrompts, toTable, toSummary).";

    private Settings settings = Settings.DEFAULT;
    private Progress progress = Progress.NONE;

    FastSamBuilder() {}

    /**
     * Takes all settings from a macro's text; those left out are the defaults again.
     *
     * @throws IllegalArgumentException if a key is unknown, or one of what menus give out ({@code
     *     rois}, {@code table}, ...), or a value does not suit its key
     */
    public FastSamBuilder settings(String text) {
        settings = Settings.parse(text, SettingKeys.ofObjects(), OUTPUTS);
        return this;
    }

    /**
     * Sets any setting; package {@code settings} declares them all.
     *
     * @throws IllegalArgumentException if the value is out of its range
     */
    public <T> FastSamBuilder with(Setting<T> setting, T value) {
        settings = settings.with(setting, value);
        return this;
    }

    /** Diameter of a typical object in pixels of the image; 0 = found automatically. */
    public FastSamBuilder diameter(double pixels) {
        return diameter(pixels, LengthUnit.PIXELS);
    }

    /** Diameter of a typical object, by the image's calibration. */
    public FastSamBuilder diameter(double length, LengthUnit unit) {
        return with(SegmentationKeys.DIAMETER, length).with(SegmentationKeys.DIAMETER_UNIT, unit);
    }

    /** Smallest score of an object, 0..1; 0 = by how sure the network is of an image's objects. */
    public FastSamBuilder confidence(double smallest) {
        return with(SegmentationKeys.CONFIDENCE, smallest);
    }

    /** Smallest area of an object, in square pixels. */
    public FastSamBuilder minArea(double pixels) {
        return with(SegmentationKeys.MIN_AREA, pixels);
    }

    /** Greatest area of an object, in square pixels; 0 = no limit. */
    public FastSamBuilder maxArea(double pixels) {
        return with(SegmentationKeys.MAX_AREA, pixels);
    }

    /** Drops objects that touch the border. */
    public FastSamBuilder excludeBorder() {
        return with(SegmentationKeys.EXCLUDE_BORDER, true);
    }

    /** Which object gets a pixel of the label image that several hold. */
    public FastSamBuilder overlap(OverlapRule rule) {
        return with(OutputKeys.OVERLAP, rule);
    }

    /** An ONNX file of a FastSAM or YOLO-seg network, in place of the bundled one. */
    public FastSamBuilder model(Path file) {
        return with(NetworkKeys.MODEL, Optional.of(file));
    }

    /** Where the network runs. */
    public FastSamBuilder device(Device device) {
        return with(NetworkKeys.DEVICE, device);
    }

    /** Who is told how far a run is, and may end it. */
    public FastSamBuilder progress(Progress listener) {
        progress = listener;
        return this;
    }

    /**
     * All objects of an image, by the network that all of this JVM share.
     *
     * @throws IllegalArgumentException if the image has no such plane, or no calibration that the
     *     diameter needs, or there are prompts among the settings
     * @throws java.util.concurrent.CancellationException if the progress says so
     * @throws java.io.UncheckedIOException if the network cannot be opened
     */
    public ImageObjects segment(ImagePlus image) {
        return shared().segment(image, everything(settings), progress);
    }

    /**
     * Likewise of an ImgLib2 image, as {@link FastSam#segment(RandomAccessibleInterval, String)}.
     */
    public ImageObjects segment(RandomAccessibleInterval<?> image) {
        return segment(ImgImages.wrap(image));
    }

    /**
     * The objects of an image that the settings' prompts mean, by the shared network.
     *
     * @throws IllegalArgumentException as above, or if there is no prompt for the planes taken
     * @throws java.util.concurrent.CancellationException if the progress says so
     * @throws java.io.UncheckedIOException if the network cannot be opened
     */
    public ImageObjects select(ImagePlus image) {
        ImageTask task = ImageTask.of(settings).withPrompts(TaskPrompts.of(settings, image));
        return shared().segment(image, task, progress);
    }

    /**
     * Opens a network of one's own, which the session closes.
     *
     * @throws ModelException if the file is missing, damaged or no network of a known layout, or if
     *     a device asked for by name does not work
     */
    public FastSamSession open() throws ModelException {
        return FastSamSession.open(settings, progress);
    }

    /** NB: a prompt that nobody heeds must not go unnoticed. */
    static ImageTask everything(Settings settings) {
        if (!settings.get(PromptKeys.TEXT).isBlank() || !PromptList.typed(settings).isEmpty()) {
            throw new IllegalArgumentException(
                    "There are prompts among the settings ("
                            + settings
                            + "), but all objects were asked for. Call select instead of segment.");
        }
        return ImageTask.of(settings);
    }

    private ImageSegmenter shared() {
        return new ImageSegmenter(Segmenters.shared().planes(Segmenters.Request.of(settings)));
    }
}
