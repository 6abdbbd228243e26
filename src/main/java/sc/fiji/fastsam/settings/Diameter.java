package sc.fiji.fastsam.settings;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Diameter of a typical object, as a user says it.
 *
 * @param value 0 = found automatically, whatever the unit
 * @param unit of the value
 */
public record Diameter(double value, LengthUnit unit) {

    private static final NumberRange PIXELS = NumberRange.between(0, 1e6);

    /** Found automatically. */
    public static final Diameter AUTOMATIC = inPixels(0);

    private static final Pattern TEXT =
            Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*(\\D*)");

    /**
     * @throws IllegalArgumentException if the value is negative or no number, or beyond 1e6 pixels
     */
    public Diameter {
        Objects.requireNonNull(unit, "unit");
        if (unit == LengthUnit.PIXELS) {
            PIXELS.check("diameter", value);
        } else {
            SegmentationKeys.DIAMETER.check(value);
        }
    }

    /** So many pixels of the image. */
    public static Diameter inPixels(double pixels) {
        return new Diameter(pixels, LengthUnit.PIXELS);
    }

    /**
     * Reads "12" or "12 px" as pixels, and a number with a unit of length, as "8um" or "0.5
     * micron".
     *
     * @throws IllegalArgumentException if the text is neither, or the value out of its range
     */
    public static Diameter parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw unreadable(text);
        }
        LengthUnit unit = LengthUnit.of(parts.group(2)).orElseThrow(() -> unreadable(text));
        return new Diameter(Double.parseDouble(parts.group(1)), unit);
    }

    /** True when it is found automatically. */
    public boolean isAutomatic() {
        return value == 0;
    }

    /**
     * In pixels of the image.
     *
     * @throws IllegalArgumentException if the unit is another, so that it takes the image's
     *     calibration to know
     */
    public double pixels() {
        if (!isAutomatic() && unit != LengthUnit.PIXELS) {
            throw new IllegalArgumentException(
                    "A diameter of "
                            + this
                            + " needs an image with a calibration. Give it in pixels.");
        }
        return value;
    }

    /** "8 um", "12 pixels", "8 calibrated units". */
    @Override
    public String toString() {
        return NumberRange.text(value)
                + " "
                + unit
                + (unit == LengthUnit.CALIBRATED ? " units" : "");
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "diameter must be a number of pixels, as 12, or a length with its unit, as 8um (nm,"
                        + " um, mm, cm, inch), but was \""
                        + text
                        + "\".");
    }
}
