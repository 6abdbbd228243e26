package sc.fiji.fastsam.command;

import java.io.File;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.fastsam.host.SecondPage;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;

/** The settings of the second page of dialogs, which all commands that run a network have. */
@SecondPage
abstract class NetworkCommand extends ImageCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String objects_heading = "Objects";

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
            label = "Greatest area (pixels, 0 = no limit)",
            description = "Larger objects are dropped; 0 = no limit.",
            min = "0",
            persist = false)
    private double max_area = SegmentationKeys.MAX_AREA.standard();

    @Parameter(
            label = "Most objects (0 = no limit)",
            description = "Keeps so many of each plane, best first; 0 = no limit.",
            min = "0",
            persist = false)
    private int max_objects = SegmentationKeys.MAX_OBJECTS.standard();

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
            label = "Smooth outlines",
            description =
                    "Smooths outlines: closes small gaps, opens thin bridges, drops fragments.",
            persist = false)
    private boolean smooth = SegmentationKeys.SMOOTH.standard();

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String image_heading = "Image";

    @Parameter(
            label = "Channel (-1 = active, 0 = as displayed)",
            description = "What the network reads of several channels; 1, 2, ... = that one.",
            min = "-1",
            persist = false)
    private int channel = ImageKeys.CHANNEL.standard();

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

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String network_heading = "Network";

    @Parameter(
            label = "Device",
            description = "Where the network runs; auto = the fastest that works.",
            choices = {"auto", "cpu", "cuda", "tensorrt", "coreml"},
            persist = false)
    private String device = NetworkKeys.DEVICE.standardText();

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
            label = "Model file",
            description =
                    "ONNX file of a FastSAM or YOLO-seg network, or an installed model's name.",
            style = FileWidget.OPEN_STYLE,
            required = false,
            persist = false)
    private File model;

    @Parameter(
            label = "GPU libraries",
            description = "Folder with ONNX Runtime's GPU libraries, which cuda and tensorrt need.",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File gpu_natives;
}
