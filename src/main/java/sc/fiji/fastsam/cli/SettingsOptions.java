package sc.fiji.fastsam.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.fastsam.imagej.CalibratedSettings;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.DetectionSettings;
import sc.fiji.fastsam.settings.Diameter;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.Nested;
import sc.fiji.fastsam.settings.ObjectSettings;
import sc.fiji.fastsam.settings.ScaleSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;

/** Options that become {@link SegmentationSettings}, for each image by its calibration. */
final class SettingsOptions {

    @Option(
            names = "--confidence",
            paramLabel = "0..1",
            description = "Smallest score of an object (default: ${DEFAULT-VALUE}).")
    private double confidence = DetectionSettings.DEFAULT.confidence();

    @Option(
            names = "--iou",
            paramLabel = "0..1",
            description =
                    "Of two candidates whose boxes overlap by more than this IoU, only the better"
                            + " one stays (default: ${DEFAULT-VALUE}).")
    private double iou = DetectionSettings.DEFAULT.iou();

    @Option(
            names = "--max-objects",
            paramLabel = "N",
            description = "Keep at most N, best first; 0 = no limit (default: ${DEFAULT-VALUE}).")
    private int maxObjects = DetectionSettings.DEFAULT.maxObjects();

    @Option(
            names = "--diameter",
            paramLabel = "LENGTH",
            converter = DiameterConverter.class,
            description =
                    "Diameter of a typical object: 12 = pixels of the image, 8um = by each image's"
                            + " calibration (nm, um, mm, cm, inch); 0 = found automatically (default:"
                            + " 0).")
    private Diameter diameter = Diameter.AUTOMATIC;

    @Option(
            names = "--image-size",
            paramLabel = "PIXELS",
            description =
                    "Resize the image so that its longer side has so many pixels at the network, 32"
                            + " to 32768; wins over --diameter; 0 = from the diameter (default:"
                            + " ${DEFAULT-VALUE}).")
    private int imageSize = ScaleSettings.AUTOMATIC.imageSize();

    @Option(
            names = "--min-area",
            paramLabel = "PIXELS",
            description = "Smallest area of an object (default: 0).")
    private double minArea = ObjectSettings.DEFAULT.minArea();

    @Option(
            names = "--max-area",
            paramLabel = "PIXELS",
            description = "Greatest area; 0 = no limit (default: 0).")
    private double maxArea = ObjectSettings.DEFAULT.maxArea();

    @Option(
            names = "--mask-iou",
            paramLabel = "0..1",
            description =
                    "Of two masks that overlap by more than this IoU, only the better one stays"
                            + " (default: ${DEFAULT-VALUE}).")
    private double maskIou = ObjectSettings.DEFAULT.maskIou();

    @Option(
            names = "--nested",
            paramLabel = "WHICH",
            converter = NestedChoice.class,
            description =
                    "Of objects inside others keep all, the outer or the inner ones (default:"
                            + " all).")
    private Nested nested = ObjectSettings.DEFAULT.nested();

    @Option(names = "--exclude-border", description = "Drop objects that touch the image's border.")
    private boolean excludeBorder = ObjectSettings.DEFAULT.excludeBorder();

    @Option(
            names = "--smooth",
            negatable = true,
            description = "Smooth the masks' outlines and drop fragments (default: off).")
    private boolean smooth = ObjectSettings.DEFAULT.smooth();

    @Option(
            names = "--contrast",
            paramLabel = "HOW",
            converter = ContrastChoice.class,
            description =
                    "How gray values are stretched: percentiles of the plane, the display range"
                            + " stored in the file, or the pixel type's range: percentiles, display,"
                            + " type (default: percentiles). Color is taken as it is.")
    private Contrast contrast = InputSettings.DEFAULT.contrast();

    @Option(
            names = "--low-percentile",
            paramLabel = "0..100",
            description = "Percentile that becomes black (default: ${DEFAULT-VALUE}).")
    private double lowPercentile = InputSettings.DEFAULT.lowPercentile();

    @Option(
            names = "--high-percentile",
            paramLabel = "0..100",
            description = "Percentile that becomes white (default: ${DEFAULT-VALUE}).")
    private double highPercentile = InputSettings.DEFAULT.highPercentile();

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    CalibratedSettings toSettings() {
        return new CalibratedSettings(
                new SegmentationSettings(
                        new InputSettings(contrast, lowPercentile, highPercentile),
                        new ScaleSettings(0, imageSize),
                        new DetectionSettings(confidence, iou, maxObjects),
                        new ObjectSettings(
                                maskIou, minArea, maxArea, excludeBorder, smooth, nested)),
                diameter);
    }

    private static final class DiameterConverter implements ITypeConverter<Diameter> {
        @Override
        public Diameter convert(String value) {
            try {
                return Diameter.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    private static final class NestedChoice extends Choices<Nested> {
        NestedChoice() {
            super(Nested.class);
        }
    }

    private static final class ContrastChoice extends Choices<Contrast> {
        ContrastChoice() {
            super(Contrast.class);
        }
    }
}
