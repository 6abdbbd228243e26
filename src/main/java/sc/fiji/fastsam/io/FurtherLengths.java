package sc.fiji.fastsam.io;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import sc.fiji.fastsam.settings.LengthUnit;

/**
 * The lengths of OME's schema and of OME-Zarr beyond those of {@link LengthUnit}: with other
 * prefixes (ym to Ym), of astronomers, printers and of the imperial system.
 */
final class FurtherLengths {

    private static final double INCH = LengthUnit.INCH.meters();

    private static final Map<String, Double> METERS = new HashMap<>();

    /** By names in lower case, in the singular and in the plural. */
    private static final Map<String, String> SYMBOLS = new HashMap<>();

    static {
        List<String> prefixes =
                List.of(
                        "y yocto -24",
                        "z zepto -21",
                        "a atto -18",
                        "f femto -15",
                        "p pico -12",
                        "d deci -1",
                        "da deca 1",
                        "h hecto 2",
                        "k kilo 3",
                        "M mega 6",
                        "G giga 9",
                        "T tera 12",
                        "P peta 15",
                        "E exa 18",
                        "Z zetta 21",
                        "Y yotta 24");
        for (String prefix : prefixes) {
            String[] parts = prefix.split(" ");
            double meters = Double.parseDouble("1e" + parts[2]);
            add(parts[0] + "m", meters, parts[1] + "meter", parts[1] + "meters");
            add(parts[0] + "m", meters, parts[1] + "metre", parts[1] + "metres");
        }
        add("ua", 149_597_870_700.0, "astronomical unit", "astronomical units");
        add("ly", 9.4607304725808e15, "light year", "light years");
        add("pc", 3.085677581491367e16, "parsec", "parsecs");
        add("thou", INCH / 1000, "thou", "thous");
        add("pt", INCH / 72, "point", "points");
        add("li", INCH / 12, "line", "lines");
        add("ft", 12 * INCH, "foot", "feet");
        add("yd", 36 * INCH, "yard", "yards");
        add("mi", 63_360 * INCH, "mile", "miles");
    }

    private FurtherLengths() {}

    private static void add(String symbol, double meters, String name, String plural) {
        METERS.put(symbol, meters);
        SYMBOLS.put(name, symbol);
        SYMBOLS.put(plural, symbol);
    }

    /** The symbol itself, whose case matters (Mm is no mm), or that of a name in any case. */
    static Optional<String> symbol(String spelling) {
        return METERS.containsKey(spelling)
                ? Optional.of(spelling)
                : Optional.ofNullable(SYMBOLS.get(spelling.toLowerCase(Locale.ROOT)));
    }

    /** Meters in one unit; empty of other spellings than those of {@link #symbol}. */
    static OptionalDouble meters(String spelling) {
        return symbol(spelling).stream().mapToDouble(METERS::get).findFirst();
    }
}
