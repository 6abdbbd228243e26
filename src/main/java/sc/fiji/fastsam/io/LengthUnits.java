package sc.fiji.fastsam.io;

import java.util.Locale;
import java.util.Map;

/** Spellings of units of length, as microscopes' software writes them. */
public final class LengthUnits {

    /** The micro sign, U+00B5. */
    public static final String MICROMETER = "\u00b5m";

    private static final Map<String, String> SHORT =
            Map.ofEntries(
                    Map.entry("um", MICROMETER),
                    Map.entry("\u03bcm", MICROMETER),
                    Map.entry("\\u00b5m", MICROMETER),
                    Map.entry("micron", MICROMETER),
                    Map.entry("microns", MICROMETER),
                    Map.entry("micrometer", MICROMETER),
                    Map.entry("micrometers", MICROMETER),
                    Map.entry("micrometre", MICROMETER),
                    Map.entry("micrometres", MICROMETER),
                    Map.entry("nanometer", "nm"),
                    Map.entry("nanometers", "nm"),
                    Map.entry("nanometre", "nm"),
                    Map.entry("millimeter", "mm"),
                    Map.entry("millimeters", "mm"),
                    Map.entry("millimetre", "mm"),
                    Map.entry("centimeter", "cm"),
                    Map.entry("centimetre", "cm"),
                    Map.entry("meter", "m"),
                    Map.entry("metre", "m"),
                    Map.entry("inches", "inch"),
                    Map.entry("pixels", PixelSize.PIXEL),
                    Map.entry("px", PixelSize.PIXEL));

    private LengthUnits() {}

    /**
     * The usual short form: "\u00b5m" for "um", "micron", the Greek letter, and the sign read in
     * the wrong character set once or twice. Unknown units stay as they are; nothing becomes
     * "pixel".
     */
    public static String shorten(String spelling) {
        String unit = spelling.strip();
        // NB: UTF-8 read as Latin-1, even twice, sets these before the sign.
        if (unit.endsWith(MICROMETER) || unit.endsWith("\u03bcm")) {
            unit = MICROMETER;
        }
        // NB: the Greek letter in UTF-8, read as Latin-1 or as Windows' set.
        if (unit.equals("\u00ce\u00bcm") || unit.equals("?m") || unit.equals("\ufffdm")) {
            unit = MICROMETER;
        }
        if (unit.isEmpty()) {
            return PixelSize.PIXEL;
        }
        return SHORT.getOrDefault(unit.toLowerCase(Locale.ROOT), unit);
    }
}
