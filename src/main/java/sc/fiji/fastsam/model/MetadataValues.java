package sc.fiji.fastsam.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values that exporters write into a file's metadata: Python literals. */
final class MetadataValues {

    /** Longer texts are cut. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final Pattern KEY = Pattern.compile("(\\d{1,5}+)\\s*+:\\s*+(?=['\"])");

    /** "\\xa0", "\\u200b", "\\U0001f52c", or a character that stands for itself. */
    private static final Pattern ESCAPE =
            Pattern.compile(
                    "\\\\(?:(x\\p{XDigit}{2}|u\\p{XDigit}{4}|U\\p{XDigit}{8})|(.))",
                    Pattern.DOTALL);

    private static final Pattern NUMBER =
            Pattern.compile("-?\\d++(?:\\.\\d++)?+(?:[eE][-+]?\\d++)?+");

    private MetadataValues() {}

    /** Of "{0: 'cell', 1: 'nucleus'}", the names in the order of their numbers. */
    static List<String> names(String dictionary) {
        Map<Integer, String> names = new TreeMap<>();
        String text = limited(dictionary);
        Matcher key = KEY.matcher(text);
        int from = 0;
        while (key.find(from)) {
            int end = endOfQuoted(text, key.end());
            if (end < text.length()) {
                String quoted = text.substring(key.end() + 1, end);
                names.put(Integer.valueOf(key.group(1)), unescaped(quoted));
            }
            from = Math.min(end + 1, text.length());
        }
        return List.copyOf(names.values());
    }

    /** NB: characters that would move a terminal's cursor become spaces. */
    private static String unescaped(String quoted) {
        return ESCAPE.matcher(quoted)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(character(escape))));
    }

    private static int character(MatchResult escape) {
        if (escape.group(2) != null) {
            int one = escape.group(2).charAt(0);
            return "ntr".indexOf(one) < 0 ? one : ' ';
        }
        long code = Long.parseLong(escape.group(1).substring(1), 16);
        boolean printed = code <= Character.MAX_CODE_POINT && !Character.isISOControl((int) code);
        return printed ? (int) code : ' ';
    }

    /** NB: no pattern: those recurse for each character, and a long name ends the stack. */
    private static int endOfQuoted(String text, int start) {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    private static String limited(String text) {
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }

    /** The greatest number in "[640, 480]", "640" or the like, unless all are negative (open). */
    static OptionalDouble greatest(String text) {
        double greatest = -1;
        Matcher matcher = NUMBER.matcher(limited(text));
        while (matcher.find()) {
            greatest = Math.max(greatest, Double.parseDouble(matcher.group()));
        }
        return greatest < 0 ? OptionalDouble.empty() : OptionalDouble.of(greatest);
    }
}
