package sc.fiji.fastsam.host;

import ij.gui.GenericDialog;
import java.io.File;
import java.util.List;
import org.scijava.module.ModuleItem;

/** One input of a module in a {@link GenericDialog}: its widget by type, and its value back. */
final class DialogField {

    private DialogField() {}

    /**
     * Adds the widget, showing the value. A label "Name (unit)" shows its unit behind the field.
     */
    static void add(GenericDialog dialog, ModuleItem<?> input, Object value) {
        String label = Inputs.label(input);
        Class<?> type = input.getType();
        if (isFlag(type)) {
            dialog.addCheckbox(label, Boolean.TRUE.equals(value));
        } else if (isNumber(type)) {
            double number = ((Number) value).doubleValue();
            dialog.addNumericField(name(label), number, digits(type, number), 6, unit(label));
        } else if (type == File.class) {
            dialog.addFileField(label, value == null ? "" : value.toString(), 22);
        } else if (hasChoices(input)) {
            dialog.addChoice(label, choices(input), String.valueOf(value));
        } else {
            dialog.addStringField(label, value == null ? "" : value.toString(), 22);
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
            return number(input, dialog.getNextNumber());
        }
        if (type == File.class) {
            String path = dialog.getNextString();
            return path.isBlank() ? null : new File(path);
        }
        return hasChoices(input) ? dialog.getNextChoice() : dialog.getNextString();
    }

    private static Object number(ModuleItem<?> input, double value) {
        boolean whole = input.getType() == int.class || input.getType() == Integer.class;
        if (Double.isNaN(value) || whole && value != (int) value) {
            throw new IllegalArgumentException(
                    name(Inputs.label(input))
                            + " must be a "
                            + (whole ? "whole " : "")
                            + "number.");
        }
        return whole ? (Object) (int) value : (Object) value;
    }

    private static int digits(Class<?> type, double value) {
        if (type == int.class || type == Integer.class || value == Math.rint(value)) {
            return 0;
        }
        return value * 100 == Math.rint(value * 100) ? 2 : 4;
    }

    private static String name(String label) {
        int bracket = label.indexOf(" (");
        return bracket < 0 ? label : label.substring(0, bracket);
    }

    private static String unit(String label) {
        int bracket = label.indexOf(" (");
        return bracket < 0 ? "" : label.substring(bracket + 2, label.length() - 1);
    }

    private static boolean isFlag(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    private static boolean isNumber(Class<?> type) {
        return type == int.class
                || type == Integer.class
                || type == double.class
                || type == Double.class;
    }

    private static boolean hasChoices(ModuleItem<?> input) {
        List<?> choices = input.getChoices();
        return choices != null && !choices.isEmpty();
    }

    private static String[] choices(ModuleItem<?> input) {
        return input.getChoices().stream().map(String::valueOf).toArray(String[]::new);
    }
}
