package sc.fiji.fastsam.host;

import ij.Macro;
import ij.macro.Interpreter;
import java.util.Map;
import sc.fiji.fastsam.settings.KeyValues;

/**
 * The keys and values of a macro's {@code run("Command", "key=value key2=[two words] flag")}, in
 * their order: see {@link KeyValues}. A value {@code &name} stands for the macro's variable.
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
        return new MacroOptions(KeyValues.parse(text, MacroOptions::resolved));
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
}
