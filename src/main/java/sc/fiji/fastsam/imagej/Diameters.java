package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Locale;
import java.util.OptionalDouble;
import sc.fiji.fastsam.io.LengthUnits;
import sc.fiji.fastsam.settings.Diameter;
import sc.fiji.fastsam.settings.Digits;
import sc.fiji.fastsam.settings.LengthUnit;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * Diameters in pixels of an image, by its calibration. Where pixels are not square, the geometric
 * mean of their width and height counts: a disc keeps its area.
 */
public final class Diameters {

    /** Beyond so many times the image's longer side a diameter is taken for a wrong unit. */
    private static final double MOST_SIDES = 10;

    private Diameters() {}

    /**
     * Settings for an image, with the diameter in its pixels.
     *
     * @throws IllegalArgumentException as {@link #inPixels}
     */
    public static SegmentationSettings resolve(SegmentationSettings settings, ImagePlus image) {
        return settings.withDiameter(inPixels(settings.scale().diameter(), image));
    }

    /**
     * A diameter in pixels; 0 stays 0, and pixels stay pixels.
     *
     * @throws IllegalArgumentException if the image is not calibrated, its unit is no length, or
     *     the outcome is less than a pixel or more than ten times the image's longer side; names
     *     the image and the way out
     */
    public static double inPixels(Diameter diameter, ImagePlus image) {
        if (diameter.isAutomatic() || diameter.unit() == LengthUnit.PIXELS) {
            return diameter.value();
        }
        double pixels = diameter.value() / pixelSize(diameter, image);
        double most = MOST_SIDES * Math.max(image.getWidth(), image.getHeight());
        if (!(pixels >= 1 && pixels <= most)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "A diameter of %s is %s pixels of \"%s\", whose pixels are %s: too"
                                    + " %s. Check the unit, and the pixel size (Image >"
                                    + " Properties... in ImageJ).",
                            diameter,
                            Digits.text(pixels, 4),
                            image.getTitle(),
                            pixelText(image.getCalibration()),
                            pixels < 1 ? "small" : "large"));
        }
        return pixels;
    }

    /** A length of pixels as "28 px", in a calibrated image as "28 px (8.97 µm)". */
    public static String text(double pixels, ImagePlus image) {
        String text = String.format(Locale.ROOT, pixels < 10 ? "%.1f px" : "%.0f px", pixels);
        OptionalDouble length = calibrated(pixels, image);
        return length.isEmpty()
                ? text
                : text
                        + " ("
                        + Digits.text(length.getAsDouble(), 3)
                        + " "
                        + Units.text(image.getCalibration())
                        + ")";
    }

    /** A length of pixels in the unit of an image's calibration; empty where it has none. */
    public static OptionalDouble calibrated(double pixels, ImagePlus image) {
        Calibration c = image.getCalibration();
        return isUncalibrated(c) || !c.getXUnit().equals(c.getYUnit())
                ? OptionalDouble.empty()
                : OptionalDouble.of(pixels * Math.sqrt(c.pixelWidth * c.pixelHeight));
    }

    /** In the diameter's unit. */
    private static double pixelSize(Diameter diameter, ImagePlus image) {
        Calibration c = image.getCalibration();
        if (isUncalibrated(c)) {
            throw unusable(diameter, image, "has no calibration");
        }
        boolean own = diameter.unit() == LengthUnit.CALIBRATED;
        if (own && c.getXUnit().equals(c.getYUnit())) {
            return Math.sqrt(c.pixelWidth * c.pixelHeight);
        }
        double width = c.pixelWidth * meters(c.getXUnit(), diameter, image);
        double height = c.pixelHeight * meters(c.getYUnit(), diameter, image);
        double unit = own ? meters(c.getXUnit(), diameter, image) : diameter.unit().meters();
        return Math.sqrt(width * height) / unit;
    }

    private static boolean isUncalibrated(Calibration c) {
        boolean isPixel = LengthUnit.of(c.getXUnit()).filter(LengthUnit.PIXELS::equals).isPresent();
        return isPixel && c.pixelWidth == 1 && c.pixelHeight == 1;
    }

    private static double meters(String unit, Diameter diameter, ImagePlus image) {
        return LengthUnits.meters(unit)
                .orElseThrow(
                        () ->
                                unusable(
                                        diameter,
                                        image,
                                        "is calibrated in \""
                                                + unit
                                                + "\", which is no known length"));
    }

    private static IllegalArgumentException unusable(
            Diameter diameter, ImagePlus image, String why) {
        return new IllegalArgumentException(
                "\""
                        + image.getTitle()
                        + "\" "
                        + why
                        + ", so a diameter of "
                        + diameter
                        + " cannot be turned into pixels. Set the pixel size (Image > Properties..."
                        + " in ImageJ), or give the diameter in pixels.");
    }

    private static String pixelText(Calibration c) {
        return Digits.text(c.pixelWidth, 4)
                + " "
                + c.getXUnit()
                + " x "
                + Digits.text(c.pixelHeight, 4)
                + " "
                + c.getYUnit();
    }
}
