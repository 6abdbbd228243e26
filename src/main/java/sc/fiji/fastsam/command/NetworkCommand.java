package sc.fiji.fastsam.command;

import ij.ImagePlus;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.host.Checked;
import sc.fiji.fastsam.host.HelpText;
import sc.fiji.fastsam.host.ModuleDialog;
import sc.fiji.fastsam.host.SecondPage;
import sc.fiji.fastsam.imagej.CalibratedSettings;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.label.OverlapRule;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.Device;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.Choices;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.DetectionSettings;
import sc.fiji.fastsam.settings.Diameter;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.Nested;
import sc.fiji.fastsam.settings.ObjectSettings;
import sc.fiji.fastsam.settings.ScaleSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * What commands that run a network have in common: the settings of the second page, and how a run
 * ends. The parameters of this class are on the second page of dialogs.
 */
@SecondPage
abstract class NetworkCommand extends ContextCommand implements Checked {

    @Parameter(
            label = "Model file",
            description = "ONNX file of a FastSAM or YOLO-seg network; empty = the bundled one.",
            style = FileWidget.OPEN_STYLE,
            required = false,
            persist = false)
    private File model;

    @Parameter(
            label = "Device",
            description = "Where the network runs; auto = the fastest that works.",
            choices = {"auto", "cpu", "cuda", "tensorrt", "coreml"},
            persist = false)
    private String device = "auto";

    @Parameter(
            label = "GPU libraries",
            description = "Folder with ONNX Runtime's GPU libraries; empty = none.",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File gpu_natives;

    @Parameter(
            label = "Threads (0 = automatic)",
            description = "Threads of the processor that the network uses.",
            min = "0",
            persist = false)
    private int threads = 0;

    @Parameter(
            label = "Image size (pixels at the network, 0 = automatic)",
            description = "Longer side of the image at the network; wins over the diameter.",
            min = "0",
            persist = false)
    private int image_size = ScaleSettings.AUTOMATIC.imageSize();

    @Parameter(
            label = "Contrast",
            description = "What gray values are stretched between. Color is taken as it is.",
            choices = {"percentiles", "display", "type"},
            persist = false)
    private String contrast = Choices.text(InputSettings.DEFAULT.contrast());

    @Parameter(
            label = "Low percentile (%)",
            description = "Of the plane's pixels, what becomes black.",
            min = "0",
            max = "100",
            persist = false)
    private double low_percentile = InputSettings.DEFAULT.lowPercentile();

    @Parameter(
            label = "High percentile (%)",
            description = "Of the plane's pixels, what becomes white.",
            min = "0",
            max = "100",
            persist = false)
    private double high_percentile = InputSettings.DEFAULT.highPercentile();

    @Parameter(
            label = "Channel (-1 = active, 0 = as displayed)",
            description = "What the network reads of several channels; 1, 2, ... = that one.",
            min = "-1",
            persist = false)
    private int channel = ChannelSource.ACTIVE.number();

    @Parameter(
            label = "Box overlap (IoU, 0..1)",
            description = "Of two candidates whose boxes overlap more, the better one stays.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double iou = DetectionSettings.DEFAULT.iou();

    @Parameter(
            label = "Mask overlap (IoU, 0..1)",
            description = "Of two objects whose masks overlap more, the better one stays.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double mask_iou = ObjectSettings.DEFAULT.maskIou();

    @Parameter(
            label = "Smallest area (pixels)",
            description = "Smaller objects are dropped.",
            min = "0",
            persist = false)
    private double min_area = ObjectSettings.DEFAULT.minArea();

    @Parameter(
            label = "Greatest area (pixels, 0 = no limit)",
            description = "Larger objects are dropped.",
            min = "0",
            persist = false)
    private double max_area = ObjectSettings.DEFAULT.maxArea();

    @Parameter(
            label = "Exclude objects at the border",
            description = "Drops objects that touch the border of the image or the selection.",
            persist = false)
    private boolean exclude_border = ObjectSettings.DEFAULT.excludeBorder();

    @Parameter(
            label = "Smooth outlines",
            description = "Closes small gaps, opens thin bridges, drops fragments.",
            persist = false)
    private boolean smooth = ObjectSettings.DEFAULT.smooth();

    @Parameter(
            label = "Nested objects",
            description = "Of objects inside others keep all, the outer or the inner ones.",
            choices = {"all", "outer", "inner"},
            persist = false)
    private String nested = Choices.text(ObjectSettings.DEFAULT.nested());

    @Parameter(
            label = "Overlaps in the label image",
            description = "Which of several objects a pixel is given to.",
            choices = {"smallest on top", "highest score on top", "largest on top"},
            persist = false)
    private String overlap = Choices.text(OverlapRule.SMALLEST_ON_TOP);

    @Parameter(
            label = "Most objects (0 = no limit)",
            description = "Keeps so many of each plane, best first.",
            min = "0",
            persist = false)
    private int max_objects = DetectionSettings.DEFAULT.maxObjects();

    /** The diameter of a typical object. */
    abstract Diameter diameter();

    /** The smallest score. */
    abstract double confidence();

    /** The image that is read. */
    abstract ImagePlus image();

    /**
     * Does the command's work on the calling thread.
     *
     * @throws ModelException if the network cannot be opened
     * @throws CancellationException if the progress says so
     */
    abstract void execute(Progress progress) throws ModelException;

    /** Runs; a user's cancel becomes {@link #cancel}, anything else that goes wrong is thrown. */
    @Override
    public final void run() {
        try (LockedImage lock = new LockedImage(image())) {
            check();
            execute(new CommandProgress(this));
        } catch (CancellationException e) {
            cancel(e.getMessage() == null ? "Canceled." : e.getMessage());
        } catch (ModelException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } finally {
            StatusLine.clear();
        }
    }

    @Override
    public void check() {
        segmentation();
        overlap();
        channel();
        request();
    }

    /** The settings for the image, with the diameter in its pixels. */
    final SegmentationSettings segmentation() {
        return new CalibratedSettings(settings(), diameter()).in(image());
    }

    private SegmentationSettings settings() {
        return new SegmentationSettings(
                new InputSettings(
                        Choices.of(Contrast.class, "contrast", contrast),
                        low_percentile,
                        high_percentile),
                new ScaleSettings(0, image_size),
                new DetectionSettings(confidence(), iou, max_objects),
                new ObjectSettings(
                        mask_iou,
                        min_area,
                        max_area,
                        exclude_border,
                        smooth,
                        Choices.of(Nested.class, "nested", nested)));
    }

    final OverlapRule overlap() {
        return Choices.of(OverlapRule.class, "overlap", overlap);
    }

    final ChannelSource channel() {
        return new ChannelSource(channel);
    }

    final Segmenters.Request request() {
        ModelFile file = model == null ? ModelFile.bundled() : ModelFile.of(model.toPath());
        Optional<java.nio.file.Path> natives =
                Optional.ofNullable(gpu_natives).map(folder -> folder.toPath());
        Device where = Choices.of(Device.class, "device", device);
        return new Segmenters.Request(file, new DeviceRequest(where, threads, natives));
    }

    /** Callback of the button "more". */
    final void openMore() {
        ModuleDialog.secondPage(module()).show();
    }

    /** Callback of the button "help". */
    final void openHelp() {
        HelpText.open(module());
    }

    private CommandModule module() {
        CommandInfo info = context().service(CommandService.class).getCommand(getClass());
        return new CommandModule(info, this);
    }
}
