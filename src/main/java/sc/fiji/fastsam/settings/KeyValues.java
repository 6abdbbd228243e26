package sc.fiji.fastsam.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Texts as macros write them: {@code key=value key2=[two words] flag}. Keys are lower case. A key
 * without value reads as "true".
 */
public final class KeyValues {

    private KeyValues() {}

    /**
     * Reads a text; the values by key, in their order.
     *
     * @throws IllegalArgumentException if a bracket is not closed or a key is given twice
     */
    public static Map<String, String> parse(String text) {
        return parse(text, value -> value);
    }

    /**
     * As {@link #parse(String)}.
     *
     * @param resolve gives what is meant by a value, as that of a variable; not asked for flags
     */
    public static Map<String, String> parse(String text, UnaryOperator<String> resolve) {
        Reader reader = new Reader(text);
        Map<String, String> values = new LinkedHashMap<>();
        while (reader.skipSpaces()) {
            String key = reader.key();
            String value = reader.atValue() ? resolve.apply(reader.value(key)) : "true";
            if (values.put(key, value) != null) {
                throw new IllegalArgumentException(
                        "The key \"" + key + "\" was given twice. Leave one of the two out.");
            }
        }
        return values;
    }

    /** One key with its value, in brackets or quotation marks where need be. */
    public static String text(String key, String value) {
        return key + "=" + text(value);
    }

    /**
     * A value as it is, or in brackets where it would not be read back; in the quotation marks of
     * {@code 'a [b'} where a bracket lacks its other half.
     */
    public static String text(String value) {
        if (isPlain(value)) {
            return value;
        }
        return needsQuotes(value) ? "'" + value + "'" : "[" + value + "]";
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty()
                && "['&".indexOf(value.charAt(0)) < 0
                && value.chars().noneMatch(Character::isWhitespace);
    }

    /** True for values that brackets would not hold together. */
    public static boolean needsQuotes(String value) {
        return !isPlain(value) && !hasBracketsInPairs(value);
    }

    /** True where {@link #parse} gives the value of {@link #text}. */
    static boolean isReadBack(String value) {
        return !needsQuotes(value) || value.indexOf('\'') < 0;
    }

    /** A text as it stands between the quotation marks of a macro or script. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** True where each bracket of a value has its other half: in brackets it is read back then. */
    static boolean hasBracketsInPairs(String value) {
        int depth = 0;
        for (int i = 0; i < value.length() && depth >= 0; i++) {
            depth += step(value.charAt(i));
        }
        return depth == 0;
    }

    private static int step(char bracket) {
        return bracket == '[' ? 1 : bracket == ']' ? -1 : 0;
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean skipSpaces() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length();
        }

        String key() {
            int start = at;
            while (at < text.length()
                    && text.charAt(at) != '='
                    && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at).toLowerCase(Locale.ROOT);
        }

        boolean atValue() {
            return at < text.length() && text.charAt(at) == '=';
        }

        String value(String key) {
            at++;
            char first = at < text.length() ? text.charAt(at) : ' ';
            if (first == '[') {
                return upTo(closingBracket(key));
            }
            if (first == '\'' && text.indexOf('\'', at + 1) > 0) {
                return upTo(text.indexOf('\'', at + 1));
            }
            int start = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private String upTo(int end) {
            String value = text.substring(at + 1, end);
            at = end + 1;
            return value;
        }

        private int closingBracket(String key) {
            int depth = 0;
            for (int i = at; i < text.length(); i++) {
                depth += step(text.charAt(i));
                if (depth == 0) {
                    return i;
                }
            }
            throw new IllegalArgumentException(
                    "The bracket that opens after \"" + key + "=\" is not closed. Add a ].");
        }
    }
}
