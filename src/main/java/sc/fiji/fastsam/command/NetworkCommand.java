package sc.fiji.fastsam.command;

import ij.ImagePlus;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.host.Checked;
import sc.fiji.fastsam.host.HelpText;
import sc.fiji.fastsam.host.ModuleDialog;
import sc.fiji.fastsam.host.SecondPage;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.SettingKeys;
import sc.fiji.fastsam.settings.Settings;

/**
 * What commands that run a network have in common: the settings of the second page, and how a run
 * ends. The parameters of this class are on the second page of dialogs.
 */
@SecondPage
abstract class NetworkCommand extends ContextCommand implements Checked {

    @Parameter(
            label = "Model file",
            description =
                    "ONNX file of a FastSAM or YOLO-seg network, or an installed model's name.",
            style = FileWidget.OPEN_STYLE,
            required = false,
            persist = false)
    private File model;

    @Parameter(
            label = "Device",
            description = "Where the network runs; auto = the fastest that works.",
            choices = {"auto", "cpu", "cuda", "tensorrt", "coreml"},
            persist = false)
    private String device = NetworkKeys.DEVICE.standardText();

    @Parameter(
            label = "GPU libraries",
            description = "Folder with ONNX Runtime's GPU libraries, which cuda and tensorrt need.",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File gpu_natives;

    @Parameter(
            label = "Threads (0 = automatic)",
            description = "Threads of the processor that the network uses; 0 = one a core.",
            min = "0",
            max = "1024",
            persist = false)
    private int threads = NetworkKeys.THREADS.standard();

    @Parameter(
            label = "Image size (pixels at the network, 0 = automatic)",
            description =
                    "Longer side of the image at the network, in place of a diameter; 0 = automatic.",
            min = "0",
            max = "32768",
            persist = false)
    private int image_size = SegmentationKeys.IMAGE_SIZE.standard();

    @Parameter(
            label = "Contrast",
            description =
                    "Gray is stretched between percentiles, the display range or the type's; color stays.",
            choices = {"percentiles", "display", "type"},
            persist = false)
    private String contrast = SegmentationKeys.CONTRAST.standardText();

    @Parameter(
            label = "Low percentile (%)",
            description = "Percentile of the plane's pixels that becomes black.",
            min = "0",
            max = "100",
            persist = false)
    private double low_percentile = SegmentationKeys.LOW_PERCENTILE.standard();

    @Parameter(
            label = "High percentile (%)",
            description = "Percentile of the plane's pixels that becomes white.",
            min = "0",
            max = "100",
            persist = false)
    private double high_percentile = SegmentationKeys.HIGH_PERCENTILE.standard();

    @Parameter(
            label = "Slices",
            description = "Slices by number, as 3-10 or all; wins over the choice of planes.",
            persist = false)
    private String slices = ImageKeys.SLICES.standardText();

    @Parameter(
            label = "Frames",
            description = "Frames by number, as 1,4,7-9 or all; wins over the choice of planes.",
            persist = false)
    private String frames = ImageKeys.FRAMES.standardText();

    @Parameter(
            label = "Channel (-1 = active, 0 = as displayed)",
            description = "What the network reads of several channels; 1, 2, ... = that one.",
            min = "-1",
            persist = false)
    private int channel = ImageKeys.CHANNEL.standard();

    @Parameter(
            label = "Box overlap (IoU, 0..1)",
            description =
                    "Of two candidates whose boxes overlap by more than this IoU, the better one stays.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double iou = SegmentationKeys.IOU.standard();

    @Parameter(
            label = "Mask overlap (IoU, 0..1)",
            description =
                    "Of two objects whose masks overlap by more than this IoU, the better one stays.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double mask_iou = SegmentationKeys.MASK_IOU.standard();

    @Parameter(
            label = "Smallest area (pixels)",
            description = "Smaller objects are dropped.",
            min = "0",
            persist = false)
    private double min_area = SegmentationKeys.MIN_AREA.standard();

    @Parameter(
            label = "Greatest area (pixels, 0 = no limit)",
            description = "Larger objects are dropped; 0 = no limit.",
            min = "0",
            persist = false)
    private double max_area = SegmentationKeys.MAX_AREA.standard();

    @Parameter(
            label = "Exclude objects at the border",
            description = "Drops objects that touch the border of the image or the selection.",
            persist = false)
    private boolean exclude_border = SegmentationKeys.EXCLUDE_BORDER.standard();

    @Parameter(
            label = "Smooth outlines",
            description =
                    "Smooths outlines: closes small gaps, opens thin bridges, drops fragments.",
            persist = false)
    private boolean smooth = SegmentationKeys.SMOOTH.standard();

    @Parameter(
            label = "Nested objects",
            description = "Of objects inside others keep all, the outer or the inner ones.",
            choices = {"all", "outer", "inner"},
            persist = false)
    private String nested = SegmentationKeys.NESTED.standardText();

    @Parameter(
            label = "Overlaps in the label image",
            description = "Which of several objects gets a pixel of the label image.",
            choices = {"smallest on top", "highest score on top", "largest on top"},
            persist = false)
    private String overlap = OutputKeys.OVERLAP.standardText();

    @Parameter(
            label = "Most objects (0 = no limit)",
            description = "Keeps so many of each plane, best first; 0 = no limit.",
            min = "0",
            persist = false)
    private int max_objects = SegmentationKeys.MAX_OBJECTS.standard();

    /** The image that is read. */
    abstract ImagePlus image();

    /**
     * Does the command's work on the calling thread.
     *
     * @throws UncheckedIOException if the network cannot be opened
     * @throws CancellationException if the progress says so
     */
    abstract void execute(Progress progress);

    /** Runs; a user's cancel becomes {@link #cancel}, anything else that goes wrong is thrown. */
    @Override
    public final void run() {
        try (LockedImage lock = new LockedImage(image())) {
            check();
            execute(new CommandProgress(this));
        } catch (CancellationException e) {
            cancel(e.getMessage() == null ? "Canceled." : e.getMessage());
        } finally {
            StatusLine.clear();
        }
    }

    @Override
    public void check() {
        task().in(image());
        request();
    }

    /**
     * What the form says, setting by setting.
     *
     * @throws IllegalArgumentException if a value does not suit its key
     */
    final Settings values() {
        CommandModule module = module();
        Settings values = Settings.DEFAULT;
        for (Setting<?> setting : SettingKeys.all()) {
            boolean isAsked = module.getInfo().getInput(setting.key()) != null;
            Object value = isAsked ? module.getInput(setting.key()) : null;
            values = value == null ? values : values.withText(setting, value.toString());
        }
        return values;
    }

    /** What of the image is segmented, and how. */
    final ImageTask task() {
        return ImageTask.of(values());
    }

    final Segmenters.Request request() {
        return Segmenters.Request.of(values());
    }

    /** Segments the image, by the network that all of this JVM share. */
    final ImageObjects segment(ImageTask task, Progress progress) {
        return new ImageSegmenter(Segmenters.shared().planes(request()))
                .segment(image(), task, progress);
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
