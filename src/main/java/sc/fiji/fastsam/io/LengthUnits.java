package sc.fiji.fastsam.io;

import java.util.Map;
import java.util.OptionalDouble;
import sc.fiji.fastsam.settings.LengthUnit;
import sc.fiji.fastsam.settings.UnitText;

/**
 * Units of length of files: all of OME's schema that have a fixed size, by the spellings of {@link
 * LengthUnit} and by OME's symbols and names.
 */
public final class LengthUnits {

    /** The micro sign, U+00B5. */
    public static final String MICROMETER = LengthUnit.UM.symbol();

    private static final Map<String, String> NAMES =
            Map.of(
                    MICROMETER,
                    "micrometer",
                    LengthUnit.ANGSTROM.symbol(),
                    "angstrom",
                    LengthUnit.NM.symbol(),
                    "nanometer",
                    LengthUnit.MM.symbol(),
                    "millimeter",
                    LengthUnit.CM.symbol(),
                    "centimeter",
                    LengthUnit.M.symbol(),
                    "meter");

    private LengthUnits() {}

    /**
     * The usual short form: "\u00b5m" for "um", "micron", the Greek letter, and the sign read in
     * the wrong character set once or twice; "pixel" of blank text. Unknown units stay as they are.
     */
    public static String shorten(String spelling) {
        String text = UnitText.mended(spelling);
        return FurtherLengths.symbol(text)
                .or(() -> LengthUnit.of(text).map(LengthUnit::symbol))
                .orElse(text);
    }

    /**
     * The name that OME-Zarr has for a unit: "micrometer" of "\u00b5m"; of others {@link #shorten}.
     */
    public static String name(String spelling) {
        String symbol = shorten(spelling);
        return FurtherLengths.name(symbol).orElse(NAMES.getOrDefault(symbol, symbol));
    }

    /**
     * A length in another unit; empty where the units differ and one of them is no known length.
     *
     * @param from any spelling of its unit
     * @param to any spelling of the other
     */
    public static OptionalDouble convert(double length, String from, String to) {
        if (shorten(from).equals(shorten(to))) {
            return OptionalDouble.of(length);
        }
        OptionalDouble one = meters(from);
        OptionalDouble other = meters(to);
        return one.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(length * (one.getAsDouble() / other.getAsDouble()));
    }

    /** Meters in one unit; empty where it is no known length, as "pixel" and "reference frame". */
    public static OptionalDouble meters(String unit) {
        String text = UnitText.mended(unit);
        OptionalDouble further = FurtherLengths.meters(text);
        return further.isPresent()
                ? further
                : LengthUnit.of(text).stream()
                        .mapToDouble(LengthUnit::meters)
                        .filter(meters -> !Double.isNaN(meters))
                        .findFirst();
    }
}
