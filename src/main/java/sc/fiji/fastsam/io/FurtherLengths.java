package sc.fiji.fastsam.io;

import java.util.HashMap;
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

    /** By symbols, in the singular. */
    private static final Map<String, String> NAMES = new HashMap<>();

    /** By names in lower case, in the singular and in the plural. */
    private static final Map<String, String> SYMBOLS = new HashMap<>();

    static {
        prefixed("y", "yocto", 1e-24);
        prefixed("z", "zepto", 1e-21);
        prefixed("a", "atto", 1e-18);
        prefixed("f", "femto", 1e-15);
        prefixed("p", "pico", 1e-12);
        prefixed("d", "deci", 1e-1);
        prefixed("da", "deca", 1e1);
        prefixed("h", "hecto", 1e2);
        prefixed("k", "kilo", 1e3);
        prefixed("M", "mega", 1e6);
        prefixed("G", "giga", 1e9);
        prefixed("T", "tera", 1e12);
        prefixed("P", "peta", 1e15);
        prefixed("E", "exa", 1e18);
        prefixed("Z", "zetta", 1e21);
        prefixed("Y", "yotta", 1e24);
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

    private static void prefixed(String prefix, String name, double meters) {
        add(prefix + "m", meters, name + "meter", name + "meters");
        add(prefix + "m", meters, name + "metre", name + "metres");
    }

    private static void add(String symbol, double meters, String name, String plural) {
        METERS.put(symbol, meters);
        NAMES.putIfAbsent(symbol, name);
        SYMBOLS.put(name, symbol);
        SYMBOLS.put(plural, symbol);
    }

    /** The symbol itself, whose case matters (Mm is no mm), or that of a name in any case. */
    static Optional<String> symbol(String spelling) {
        return METERS.containsKey(spelling)
                ? Optional.of(spelling)
                : Optional.ofNullable(SYMBOLS.get(spelling.toLowerCase(Locale.ROOT)));
    }

    /** The name of a symbol, as "kilometer" of "km"; empty of other text. */
    static Optional<String> name(String symbol) {
        return Optional.ofNullable(NAMES.get(symbol));
    }

    /** Meters in one unit; empty of other spellings than those of {@link #symbol}. */
    static OptionalDouble meters(String spelling) {
        return symbol(spelling).stream().mapToDouble(METERS::get).findFirst();
    }
}
