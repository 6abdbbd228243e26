package sc.fiji.fastsam.command;

import java.io.File;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.fastsam.host.SecondPage;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.LinkKeys;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;

/** The settings of the second page of dialogs, which all commands that run a network have. */
@SecondPage(ImageCommand.MORE_SETTINGS)
abstract class NetworkCommand extends ImageCommand {

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String objects_heading = "Objects";

    @Parameter(
            label = "Maximum box overlap (IoU, 0..1)",
            description =
                    "Of two candidates whose boxes overlap by more, only the better one is kept.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double iou = SegmentationKeys.IOU.standard();

    @Parameter(
            label = "Maximum mask overlap (IoU, 0..1)",
            description =
                    "Of two objects whose masks overlap by more, only the better one is kept.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            persist = false)
    private double mask_iou = SegmentationKeys.MASK_IOU.standard();

    @Parameter(
            label = "Maximum area (pixels, 0 = no limit)",
            description = "Leaves out larger objects; 0 = no limit.",
            min = "0",
            persist = false)
    private double max_area = SegmentationKeys.MAX_AREA.standard();

    @Parameter(
            label = "Maximum number of objects (0 = no limit)",
            description = "Keeps the best of each plane, at most this many; 0 = no limit.",
            min = "0",
            persist = false)
    private int max_objects = SegmentationKeys.MAX_OBJECTS.standard();

    @Parameter(
            label = "Sizes of objects",
            description =
                    "Objects inside others too (nuclei in cells): auto = if clearly seen, one = no, all = yes.",
            choices = {"auto", "one", "all"},
            persist = false)
    private String sizes = SegmentationKeys.SIZES.standardText();

    @Parameter(
            label = "Nested objects",
            description = "Objects inside others: keep all, only the outer or only the inner ones.",
            choices = {"all", "outer", "inner"},
            persist = false)
    private String nested = SegmentationKeys.NESTED.standardText();

    @Parameter(
            label = "Overlapping objects",
            description = "Which object gets the pixels that several share in the label image.",
            choices = {"smallest on top", "highest score on top", "largest on top"},
            persist = false)
    private String overlap = OutputKeys.OVERLAP.standardText();

    @Parameter(
            label = "Smooth outlines",
            description = "Closes small gaps, cuts thin bridges and removes fragments.",
            persist = false)
    private boolean smooth = SegmentationKeys.SMOOTH.standard();

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String image_heading = "Image";

    @Parameter(
            label = "Channel (-1 = active, 0 = as displayed)",
            description = "Which of several channels is segmented; 1, 2, ... = that channel.",
            min = "-1",
            persist = false)
    private int channel = ImageKeys.CHANNEL.standard();

    @Parameter(
            label = "Image size (pixels at the network, 0 = automatic)",
            description =
                    "Longer side of the image as the network sees it, instead of a diameter; 0 = automatic.",
            min = "0",
            max = "32768",
            persist = false)
    private int image_size = SegmentationKeys.IMAGE_SIZE.standard();

    @Parameter(
            label = "Stain",
            description =
                    "Of color images of stained sections: looks at one stain alone; nuclei are hematoxylin.",
            choices = {"none", "hematoxylin", "eosin", "dab"},
            persist = false)
    private String stain = SegmentationKeys.STAIN.standardText();

    @Parameter(
            label = "Contrast",
            description =
                    "Range that gray values are stretched from; color images stay as they are.",
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
            description = "Slices by number, such as 3-10, or all; overrides Planes.",
            columns = 8,
            persist = false)
    private String slices = ImageKeys.SLICES.standardText();

    @Parameter(
            label = "Frames",
            description = "Frames by number, such as 1,4,7-9, or all; overrides Planes.",
            columns = 8,
            persist = false)
    private String frames = ImageKeys.FRAMES.standardText();

    @Parameter(
            label = "Link objects through",
            description = "Gives each object the same number in all slices, or in all frames.",
            choices = {"none", "slices", "frames"},
            persist = false)
    private String link = LinkKeys.LINK.standardText();

    @Parameter(
            label = "Maximum gap of a link (planes)",
            description = "A linked object may be missing from up to this many planes in a row.",
            min = "0",
            max = "100",
            persist = false)
    private int max_gap = LinkKeys.MAX_GAP.standard();

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String results_heading = "Outputs";

    @Parameter(
            label = "Channels to measure",
            description =
                    "Gray values of these channels too, such as 2,3 or all; shown = of the active one alone.",
            columns = 8,
            persist = false)
    private String measure_channels = OutputKeys.MEASURE_CHANNELS.standardText();

    @Parameter(
            label = "Ring to measure (pixels, 0 = none)",
            description =
                    "Gray values of a ring of this width round each object too, as cytoplasm round nuclei.",
            min = "0",
            max = "200",
            persist = false)
    private int measure_ring = OutputKeys.MEASURE_RING.standard();

    @Parameter(
            label = "Title of the table",
            description = "The window that the rows are added to; Results is ImageJ's own table.",
            persist = false)
    private String table_name = OutputKeys.TABLE_NAME.standardText();

    @Parameter(
            label = "Title of the summary",
            description = "The window that the row of the image is added to.",
            persist = false)
    private String summary_name = OutputKeys.SUMMARY_NAME.standardText();

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
            description = "Processor threads that the network uses; 0 = one per core.",
            min = "0",
            max = "1024",
            persist = false)
    private int threads = NetworkKeys.THREADS.standard();

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
