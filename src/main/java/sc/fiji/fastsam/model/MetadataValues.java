package sc.fiji.fastsam.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values that exporters write into a file's metadata: Python literals. */
final class MetadataValues {

    private static final Pattern NAME =
            Pattern.compile(
                    "(\\d+)\\s*:\\s*(?:'((?:\\\\.|[^'\\\\])*)'|\"((?:\\\\.|[^\"\\\\])*)\")");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");

    private MetadataValues() {}

    /** Of "{0: 'cell', 1: 'nucleus'}", the names in the order of their numbers. */
    static List<String> names(String dictionary) {
        Map<Integer, String> names = new TreeMap<>();
        Matcher matcher = NAME.matcher(dictionary);
        while (matcher.find()) {
            String quoted = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            if (matcher.group(1).length() < 6) {
                names.put(Integer.valueOf(matcher.group(1)), quoted.replaceAll("\\\\(.)", "$1"));
            }
        }
        return List.copyOf(names.values());
    }

    /** The greatest number in "[640, 480]", "640" or the like, if it is positive. */
    static OptionalDouble greatest(String text) {
        double greatest = 0;
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            greatest = Math.max(greatest, Double.parseDouble(matcher.group()));
        }
        boolean usable = greatest > 0 && greatest < 1e6;
        return usable ? OptionalDouble.of(greatest) : OptionalDouble.empty();
    }
}
