package sc.fiji.fastsam.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a length is counted in. */
public enum LengthUnit {
    /** Pixels of the image. */
    PIXELS(Double.NaN, "pixel", "", "pixel", "pixels", "px"),
    /** The unit of the image's own calibration, whatever that is. */
    CALIBRATED(Double.NaN, "calibrated"),
    /** 1e-10 m. */
    ANGSTROM(1e-10, "\u00c5", "\u00e5", "angstrom", "angstroms"),
    /** Nanometers. */
    NM(1e-9, "nm", "nm", "nanometer", "nanometers", "nanometre", "nanometres"),
    /** Micrometers; the sign is the micro sign, as ImageJ escapes it too, or the Greek letter. */
    UM(
            1e-6,
            "\u00b5m",
            "um",
            "\u00b5m",
            "\u03bcm",
            "\\u00b5m",
            "micron",
            "microns",
            "micrometer",
            "micrometers",
            "micrometre",
            "micrometres"),
    /** Millimeters. */
    MM(1e-3, "mm", "mm", "millimeter", "millimeters", "millimetre", "millimetres"),
    /** Centimeters. */
    CM(1e-2, "cm", "cm", "centimeter", "centimeters", "centimetre", "centimetres"),
    /** Meters. */
    M(1, "m", "m", "meter", "meters", "metre", "metres"),
    /** 0.0254 m. */
    INCH(0.0254, "inch", "inch", "inches", "in");

    private final double meters;
    private final String symbol;
    private final List<String> spellings;

    LengthUnit(double meters, String symbol, String... spellings) {
        this.meters = meters;
        this.symbol = symbol;
        this.spellings = List.of(spellings);
    }

    /** Meters in one unit; NaN where that depends on the image. */
    public double meters() {
        return meters;
    }

    /** The usual short form, as ImageJ shows it: "\u00b5m", "pixel". */
    public String symbol() {
        return symbol;
    }

    /**
     * The unit that images and people write so; case, space round it and a micro sign in a wrong
     * text encoding do not matter.
     */
    public static Optional<LengthUnit> of(String spelling) {
        String wanted = UnitText.mended(spelling).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(u -> u.spellings.contains(wanted)).findFirst();
    }

    /** Lower case, as "um". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
