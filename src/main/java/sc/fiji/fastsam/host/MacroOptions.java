package sc.fiji.fastsam.host;

import ij.Macro;
import ij.macro.Interpreter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The keys and values of a macro's {@code run("Command", "key=value key2=[two words] flag")}, in
 * their order. Keys are lower case. A key without value reads as "true". A value {@code &name}
 * stands for the macro's variable.
 *
 * @param values by key; unmodifiable
 */
record MacroOptions(Map<String, String> values) {

    /** No options: the command was not called with any. */
    static final MacroOptions NONE = new MacroOptions(Map.of());

    /** What the macro that runs on this thread gave; {@link #NONE} outside of a macro. */
    static MacroOptions ofThisThread() {
        String text = Macro.getOptions();
        return text == null ? NONE : parse(text);
    }

    /**
     * Reads an options string.
     *
     * @throws IllegalArgumentException if a bracket is not closed or a key is given twice
     */
    static MacroOptions parse(String text) {
        Reader reader = new Reader(text);
        Map<String, String> values = new LinkedHashMap<>();
        while (reader.skipSpaces()) {
            String key = reader.key();
            String value = reader.atValue() ? resolved(reader.value(key)) : "true";
            if (values.put(key, value) != null) {
                throw new IllegalArgumentException(
                        "The key \"" + key + "\" was given twice. Leave one of the two out.");
            }
        }
        return new MacroOptions(values);
    }

    /** True when there are none. */
    boolean isEmpty() {
        return values.isEmpty();
    }

    private static String resolved(String value) {
        Interpreter macro = Interpreter.getInstance();
        if (!value.startsWith("&") || macro == null) {
            return value;
        }
        String variable = macro.getVariableAsString(value.substring(1));
        return variable == null ? value : variable;
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
                depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
            throw new IllegalArgumentException(
                    "The bracket that opens after \"" + key + "=\" is not closed. Add a ].");
        }
    }
}
