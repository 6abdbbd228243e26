package sc.fiji.fastsam.host;

import ij.ImagePlus;
import ij.WindowManager;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import sc.fiji.fastsam.settings.Spelling;

/**
 * Gives a macro's values to a module. All inputs are resolved afterwards: those that the macro left
 * out keep their initial values, never the ones of an earlier run.
 */
final class MacroInputs {

    private MacroInputs() {}

    /**
     * Sets and resolves the inputs.
     *
     * @throws IllegalArgumentException if a key is unknown, naming the nearest right one, or a
     *     value does not suit its key
     */
    static void set(Module module, MacroOptions options) {
        for (Map.Entry<String, String> option : options.values().entrySet()) {
            ModuleItem<?> input = input(module, option.getKey());
            module.setInput(input.getName(), value(input, option.getValue()));
        }
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            module.resolveInput(input.getName());
        }
    }

    private static ModuleItem<?> input(Module module, String key) {
        for (ModuleItem<?> input : Inputs.settings(module)) {
            if (input.getName().toLowerCase(Locale.ROOT).equals(key)) {
                return input;
            }
        }
        List<String> keys = new ArrayList<>();
        Inputs.settings(module).forEach(input -> keys.add(input.getName()));
        String hint =
                Spelling.nearest(key, keys).map(k -> " Did you mean \"" + k + "\"?").orElse("");
        throw new IllegalArgumentException(
                String.format(
                        Locale.ROOT,
                        "%s has no key \"%s\".%s The keys are: %s.",
                        module.getInfo().getTitle(),
                        key,
                        hint,
                        String.join(", ", keys)));
    }

    private static Object value(ModuleItem<?> input, String text) {
        Class<?> type = input.getType();
        if (type == boolean.class || type == Boolean.class) {
            return flag(input.getName(), text);
        }
        if (type == int.class || type == Integer.class) {
            double number = number(input.getName(), text, "a whole number");
            if (number != (int) number) {
                throw wrong(input.getName(), "a whole number", text);
            }
            return (int) number;
        }
        if (type == double.class || type == Double.class) {
            return number(input.getName(), text, "a number");
        }
        if (type == ImagePlus.class) {
            return image(input.getName(), text);
        }
        return type == File.class ? file(text) : text;
    }

    private static Boolean flag(String key, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0", "yes" -> true;
            case "false", "0", "0.0", "no" -> false;
            default -> throw wrong(key, "true or false", text);
        };
    }

    private static double number(String key, String text, String kind) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(key, kind, text);
        }
    }

    private static ImagePlus image(String key, String title) {
        ImagePlus image = WindowManager.getImage(title);
        if (image == null) {
            throw wrong(key, "the title of an open image", title);
        }
        return image;
    }

    private static File file(String path) {
        return path.isBlank() ? null : new File(path);
    }

    private static IllegalArgumentException wrong(String key, String kind, String text) {
        return new IllegalArgumentException(
                key + " must be " + kind + ", but was \"" + text + "\".");
    }
}
