package sc.fiji.fastsam.host;

import ij.gui.GenericDialog;
import java.awt.TextField;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.module.ModuleItem;
import org.scijava.widget.NumberWidget;

/** One input of a module in a {@link GenericDialog}: its widget by type, and its value back. */
final class DialogField {

    /** Width of texts where none is stated, in characters. */
    private static final int LONG = 22;

    /** Width of texts behind which ImageJ shows something else in the row, at most. */
    private static final int SHORT = 8;

    /** The width that SciJava has where none is stated. */
    private static final int NOT_STATED = 6;

    private DialogField() {}

    /**
     * Adds the widget, showing the value; a whole number with words as a choice. A label "Name
     * (unit)" shows its unit behind the field, if it is no slider.
     */
    static void add(GenericDialog dialog, ModuleItem<?> input, Object value, List<String> words) {
        String label = Inputs.label(input);
        Class<?> type = input.getType();
        if (!words.isEmpty()) {
            List<String> all = withWord(words, ((Number) value).intValue());
            String shown = word(all, ((Number) value).intValue()).orElseThrow();
            dialog.addChoice(name(label), all.toArray(String[]::new), shown);
        } else if (isSlider(input)) {
            dialog.addSlider(label, 0, 1, ((Number) value).doubleValue(), 0.05);
        } else if (isFlag(type)) {
            dialog.addCheckbox(label, Boolean.TRUE.equals(value));
        } else if (isNumber(type)) {
            double number = ((Number) value).doubleValue();
            dialog.addNumericField(name(label), number, digits(type, number), 6, unit(label));
        } else if (type == File.class) {
            dialog.addFileField(label, value == null ? "" : value.toString(), LONG);
        } else if (hasChoices(input)) {
            dialog.addChoice(label, choices(input), String.valueOf(value));
        } else {
            dialog.addStringField(label, value == null ? "" : value.toString(), columns(input));
        }
    }

    private static int columns(ModuleItem<?> input) {
        int stated = input.getColumnCount();
        return stated == NOT_STATED ? LONG : stated;
    }

    /** True for a text that is so short that something else may stand behind it. */
    static boolean isShortText(ModuleItem<?> input) {
        return input.getType() == String.class && !hasChoices(input) && columns(input) <= SHORT;
    }

    static boolean isSlider(ModuleItem<?> input) {
        String style = input.getWidgetStyle();
        return style != null && style.contains(NumberWidget.SLIDER_STYLE);
    }

    /** The words, with one more for a number that none of them has: OK tells what is wrong. */
    static List<String> withWord(List<String> words, int value) {
        List<String> all = new ArrayList<>(words);
        if (word(words, value).isEmpty()) {
            all.add("not there (" + value + ")");
        }
        return all;
    }

    private static Optional<String> word(List<String> words, int value) {
        return words.stream().filter(word -> number(word) == value).findFirst();
    }

    /** The number in brackets at the end. */
    private static int number(String word) {
        return Integer.parseInt(word.substring(word.lastIndexOf('(') + 1, word.length() - 1));
    }

    /** A value of {@link #add}'s words. */
    static Object readWord(GenericDialog dialog) {
        return number(dialog.getNextChoice());
    }

    /** Shows another number where a button has changed it. */
    static void refresh(TextField field, ModuleItem<?> input, Object value) {
        double number = ((Number) value).doubleValue();
        String text =
                String.format(Locale.ROOT, "%." + digits(input.getType(), number) + "f", number);
        if (!isNumber(field.getText(), number)) {
            field.setText(text);
        }
    }

    /** NB: "0.00", as sliders write it, is 0 too. */
    private static boolean isNumber(String text, double number) {
        try {
            return Double.parseDouble(text) == number;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * The next value of the input's type; call in the order of adding.
     *
     * @throws IllegalArgumentException if the user typed no number where one is needed
     */
    static Object read(GenericDialog dialog, ModuleItem<?> input) {
        Class<?> type = input.getType();
        if (isFlag(type)) {
            return dialog.getNextBoolean();
        }
        if (isNumber(type)) {
            return number(input, dialog.getNextNumber(), dialog.getErrorMessage());
        }
        if (type == File.class) {
            String path = dialog.getNextString();
            return path.isBlank() ? null : new File(path);
        }
        return hasChoices(input) ? dialog.getNextChoice() : dialog.getNextString();
    }

    /**
     * @param wrong what ImageJ says of a text that is no number, as {@code "1,5" is an invalid
     *     number}; null for nothing
     */
    private static Object number(ModuleItem<?> input, double value, String wrong) {
        boolean whole = input.getType() == int.class || input.getType() == Integer.class;
        if (Double.isNaN(value) || whole && value != (int) value) {
            String typed = wrong == null ? "" : wrong.substring(0, wrong.lastIndexOf('"') + 1);
            throw new IllegalArgumentException(
                    name(Inputs.label(input))
                            + " must be a "
                            + (whole ? "whole " : "")
                            + "number"
                            + (Double.isNaN(value) ? ", but was " + typed : "")
                            + "."
                            + (typed.contains(",") ? " Write decimals with a point." : ""));
        }
        return whole ? (Object) (int) value : (Object) value;
    }

    private static int digits(Class<?> type, double value) {
        if (type == int.class || type == Integer.class || value == Math.rint(value)) {
            return 0;
        }
        return value * 100 == Math.rint(value * 100) ? 2 : 4;
    }

    /** A label without what stands in brackets at its end. */
    static String name(String label) {
        int bracket = label.indexOf(" (");
        return bracket < 0 ? label : label.substring(0, bracket);
    }

    private static String unit(String label) {
        int bracket = label.indexOf(" (");
        return bracket < 0 ? "" : label.substring(bracket + 2, label.length() - 1);
    }

    static boolean isFlag(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    static boolean isNumber(Class<?> type) {
        return type == int.class
                || type == Integer.class
                || type == double.class
                || type == Double.class;
    }

    static boolean hasChoices(ModuleItem<?> input) {
        List<?> choices = input.getChoices();
        return choices != null && !choices.isEmpty();
    }

    private static String[] choices(ModuleItem<?> input) {
        return input.getChoices().stream().map(String::valueOf).toArray(String[]::new);
    }
}
