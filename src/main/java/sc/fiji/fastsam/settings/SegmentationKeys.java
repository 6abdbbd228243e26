package sc.fiji.fastsam.settings;

import java.util.List;
import java.util.Optional;

/** What becomes an object. */
public final class SegmentationKeys {

    /** Diameter of a typical object; 0 = found automatically. */
    public static final Setting<Double> DIAMETER =
            NumberKind.decimal("diameter", 0, NumberRange.atLeast(0))
                    .explained(
                            "Object diameter (0 = automatic)",
                            "Diameter of a typical object. Set it if objects are missed, merged or split.");

    /** What the diameter is counted in. */
    public static final Setting<LengthUnit> DIAMETER_UNIT =
            Setting.choice("diameter_unit", LengthUnit.PIXELS)
                    .explained(
                            "Diameter unit",
                            "Pixels, the unit of the image's calibration, or a length by it.")
                    .withOption("");

    /** The diameter with its unit in one text, as the command line takes it: "12", "8um". */
    public static final Setting<Diameter> DIAMETER_TEXT =
            Setting.of(DIAMETER.key(), Diameter.AUTOMATIC, new DiameterKind())
                    .explained(
                            DIAMETER.label(),
                            "Diameter of a typical object: 12 = pixels of the image, 8um = by each"
                                    + " image's calibration (nm, um, mm, cm, inch); 0 = found"
                                    + " automatically.")
                    .in("LENGTH");

    /** Longer side of the image at the network, in network pixels; 0 = from the diameter. */
    public static final Setting<Integer> IMAGE_SIZE =
            NumberKind.whole(
                            "image_size",
                            0,
                            NumberRange.zeroOr(
                                    ScaleSettings.MIN_IMAGE_SIZE, ScaleSettings.MAX_IMAGE_SIZE))
                    .explained(
                            "Image size (pixels at the network, 0 = automatic)",
                            "Longer side of the image as the network sees it, instead of a diameter; 0 = automatic.")
                    .in("PIXELS");

    /** How many sizes of objects are looked for. */
    public static final Setting<Sizes> SIZES =
            Setting.choice("sizes", Sizes.AUTO)
                    .explained(
                            "Sizes of objects",
                            "Objects inside others too (nuclei in cells): auto = if clearly seen, one = no, all = yes.")
                    .in("WHICH");

    /** Label of {@link #CONFIDENCE}, for annotations. */
    public static final String CONFIDENCE_LABEL = "Confidence (0 = automatic)";

    /** Help of {@link #CONFIDENCE}, for annotations. */
    public static final String CONFIDENCE_HELP =
            "Lower finds more objects, higher only those the network is sure of; 0 = by each image.";

    /** Smallest score, 0..1; 0 = found automatically. */
    public static final Setting<Double> CONFIDENCE =
            NumberKind.decimal("confidence", 0, NumberRange.UNIT)
                    .explained(CONFIDENCE_LABEL, CONFIDENCE_HELP);

    /** Greatest IoU of the boxes of two candidates, 0..1. */
    public static final Setting<Double> IOU =
            NumberKind.decimal("iou", 0.6, NumberRange.UNIT)
                    .explained(
                            "Maximum box overlap (IoU, 0..1)",
                            "Of two candidates whose boxes overlap by more, only the better one is kept.");

    /** Greatest number of objects; 0 = no limit. */
    public static final Setting<Integer> MAX_OBJECTS =
            NumberKind.whole("max_objects", 0, NumberRange.atLeast(0))
                    .explained(
                            "Maximum number of objects (0 = no limit)",
                            "Keeps the best of each plane, at most this many; 0 = no limit.")
                    .in("N");

    /** Smallest area, in square source pixels. */
    public static final Setting<Double> MIN_AREA =
            NumberKind.decimal("min_area", 0, NumberRange.atLeast(0))
                    .explained("Minimum area (pixels)", "Leaves out smaller objects.")
                    .in("PIXELS");

    /** Greatest area, in square source pixels; 0 = no limit. */
    public static final Setting<Double> MAX_AREA =
            NumberKind.decimal("max_area", 0, NumberRange.atLeast(0))
                    .explained(
                            "Maximum area (pixels, 0 = no limit)",
                            "Leaves out larger objects; 0 = no limit.")
                    .in("PIXELS");

    /** Greatest IoU of two masks, 0..1. */
    public static final Setting<Double> MASK_IOU =
            NumberKind.decimal("mask_iou", 0.5, NumberRange.UNIT)
                    .explained(
                            "Maximum mask overlap (IoU, 0..1)",
                            "Of two objects whose masks overlap by more, only the better one is kept.");

    /** What becomes of objects inside others. */
    public static final Setting<Nested> NESTED =
            Setting.choice("nested", Nested.ALL)
                    .explained(
                            "Nested objects",
                            "Objects inside others: keep all, only the outer or only the inner ones.")
                    .in("WHICH");

    /** Whether objects at the border are dropped. */
    public static final Setting<Boolean> EXCLUDE_BORDER =
            PlainKinds.flag("exclude_border", false)
                    .explained(
                            "Exclude objects at the border",
                            "Leaves out objects that touch the border of the image or the selection.");

    /** Whether masks are cleaned. */
    public static final Setting<Boolean> SMOOTH =
            PlainKinds.flag("smooth", false)
                    .explained(
                            "Smooth outlines",
                            "Closes small gaps, cuts thin bridges and removes fragments.");

    /** How gray values are stretched. */
    public static final Setting<Contrast> CONTRAST =
            Setting.choice("contrast", Contrast.PERCENTILES)
                    .explained(
                            "Contrast",
                            "Range that gray values are stretched from; color images stay as they are.")
                    .in("HOW");

    /** Stain that is looked at alone. */
    public static final Setting<Stain> STAIN =
            Setting.choice("stain", Stain.NONE)
                    .explained(
                            "Stain",
                            "Of color images of stained sections: looks at one stain alone; nuclei are hematoxylin.")
                    .in("STAIN");

    /** Percentile that becomes black. */
    public static final Setting<Double> LOW_PERCENTILE =
            NumberKind.decimal("low_percentile", 0.1, NumberRange.between(0, 100))
                    .explained(
                            "Low percentile (%)",
                            "Percentile of the plane's pixels that becomes black.");

    /** Percentile that becomes white. */
    public static final Setting<Double> HIGH_PERCENTILE =
            NumberKind.decimal("high_percentile", 99.9, NumberRange.between(0, 100))
                    .explained(
                            "High percentile (%)",
                            "Percentile of the plane's pixels that becomes white.");

    private SegmentationKeys() {}

    /** All, as a manual lists them. */
    public static List<Setting<?>> all() {
        return List.of(
                DIAMETER,
                DIAMETER_UNIT,
                IMAGE_SIZE,
                SIZES,
                CONFIDENCE,
                IOU,
                MAX_OBJECTS,
                MASK_IOU,
                MIN_AREA,
                MAX_AREA,
                NESTED,
                EXCLUDE_BORDER,
                SMOOTH,
                STAIN,
                CONTRAST,
                LOW_PERCENTILE,
                HIGH_PERCENTILE);
    }

    /** A length with its unit. */
    private static final class DiameterKind implements SettingKind<Diameter> {
        @Override
        public Optional<Diameter> parse(String text) {
            return Optional.of(Diameter.parse(text));
        }

        @Override
        public String noun() {
            return "a length";
        }

        @Override
        public String values() {
            return "a length";
        }

        @Override
        public String text(Diameter value) {
            String number = NumberRange.text(value.value());
            return value.unit() == LengthUnit.PIXELS ? number : number + value.unit();
        }
    }
}
