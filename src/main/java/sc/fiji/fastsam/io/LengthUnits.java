package sc.fiji.fastsam.io;

import java.util.Optional;
import java.util.OptionalDouble;
import sc.fiji.fastsam.settings.LengthUnit;
import sc.fiji.fastsam.settings.UnitText;

/** Units of length of files, by the spellings of {@link LengthUnit}. */
public final class LengthUnits {

    /** The micro sign, U+00B5. */
    public static final String MICROMETER = LengthUnit.UM.symbol();

    private LengthUnits() {}

    /**
     * The usual short form: "\u00b5m" for "um", "micron", the Greek letter, and the sign read in
     * the wrong character set once or twice; "pixel" of blank text. Unknown units stay as they are.
     */
    public static String shorten(String spelling) {
        return LengthUnit.of(spelling)
                .map(LengthUnit::symbol)
                .orElseGet(() -> UnitText.mended(spelling));
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
        double factor = meters(from) / meters(to);
        return Double.isNaN(factor) ? OptionalDouble.empty() : OptionalDouble.of(length * factor);
    }

    private static double meters(String unit) {
        Optional<LengthUnit> known = LengthUnit.of(unit);
        return known.map(LengthUnit::meters).orElse(Double.NaN);
    }
}
