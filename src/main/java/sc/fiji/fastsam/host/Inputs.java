package sc.fiji.fastsam.host;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/** What a module's declared parameters are to a user. */
final class Inputs {

    private Inputs() {}

    /**
     * The parameters that a macro can give: no buttons, messages, services, and nothing invisible,
     * which only a dialog needs. First page, then second.
     */
    static List<ModuleItem<?>> settings(Module module) {
        List<ModuleItem<?>> settings = all(module);
        settings.removeIf(input -> input.getVisibility() == ItemVisibility.INVISIBLE);
        return settings;
    }

    /** The parameters that are recorded: settings without the image. */
    static List<ModuleItem<?>> recorded(Module module) {
        List<ModuleItem<?>> recorded = settings(module);
        recorded.removeIf(input -> input.getType() == ImagePlus.class);
        return recorded;
    }

    /** The parameters that a dialog asks for: all but the image. */
    static List<ModuleItem<?>> fields(Module module) {
        List<ModuleItem<?>> fields = all(module);
        fields.removeIf(input -> input.getType() == ImagePlus.class);
        return fields;
    }

    /** True for services and contexts, which SciJava fills in. */
    static boolean isFramework(ModuleItem<?> input) {
        return Service.class.isAssignableFrom(input.getType()) || input.getType() == Context.class;
    }

    /** The fields of the first page. */
    static List<ModuleItem<?>> first(Module module) {
        List<ModuleItem<?>> first = own(module);
        first.removeIf(input -> input.getType() == ImagePlus.class);
        return first;
    }

    /** The fields of the further pages, which a class marked {@link SecondPage} declares. */
    static List<ModuleItem<?>> second(Module module) {
        List<ModuleItem<?>> second = values(module);
        second.removeIf(input -> !isOnSecondPage(input));
        return second;
    }

    /** All that the further page of a title shows. */
    static List<ModuleItem<?>> secondPage(Module module, String title) {
        List<ModuleItem<?>> page = page(module, true);
        page.removeIf(
                input -> !title.equals(declaring(input).getAnnotation(SecondPage.class).value()));
        return page;
    }

    /** All that the first page shows but the image, headings and buttons among it. */
    static List<ModuleItem<?>> firstPage(Module module) {
        List<ModuleItem<?>> page = page(module, false);
        page.removeIf(input -> input.getType() == ImagePlus.class);
        // NB: what macros do not know belongs to the dialog itself: it comes first.
        page.sort(Comparator.comparing(input -> input.getVisibility() != ItemVisibility.INVISIBLE));
        return page;
    }

    private static List<ModuleItem<?>> page(Module module, boolean second) {
        List<ModuleItem<?>> page = new ArrayList<>();
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            if (!isFramework(input) && isOnSecondPage(input) == second) {
                page.add(input);
            }
        }
        return page;
    }

    /** True for a heading. */
    static boolean isHeading(ModuleItem<?> input) {
        return input.getVisibility() == ItemVisibility.MESSAGE;
    }

    /** True for a button. */
    static boolean isButton(ModuleItem<?> input) {
        return Button.class.isAssignableFrom(input.getType());
    }

    private static List<ModuleItem<?>> all(Module module) {
        List<ModuleItem<?>> all = own(module);
        all.addAll(second(module));
        return all;
    }

    private static List<ModuleItem<?>> own(Module module) {
        List<ModuleItem<?>> own = values(module);
        own.removeAll(second(module));
        return own;
    }

    private static List<ModuleItem<?>> values(Module module) {
        List<ModuleItem<?>> values = new ArrayList<>();
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            if (!isButton(input) && !isFramework(input) && !isHeading(input)) {
                values.add(input);
            }
        }
        return values;
    }

    private static boolean isOnSecondPage(ModuleItem<?> input) {
        return input instanceof CommandModuleItem<?>
                && declaring(input).isAnnotationPresent(SecondPage.class);
    }

    private static Class<?> declaring(ModuleItem<?> input) {
        return ((CommandModuleItem<?>) input).getField().getDeclaringClass();
    }

    /**
     * A message with the labels of fields in place of their keys, as far as these are no words; not
     * in names of files.
     */
    static String inLabels(String message, Module module) {
        String words = message;
        for (ModuleItem<?> field : fields(module)) {
            if (field.getName().contains("_")) {
                String label = DialogField.name(label(field));
                String key = "(?<![\\w/\\\\.-])" + field.getName() + "(?![\\w=/\\\\-]|\\.\\w)";
                words = words.replaceAll(key, Matcher.quoteReplacement(label));
            }
        }
        return words;
    }

    /** Label for a dialog, the name when none is declared. */
    static String label(ModuleItem<?> input) {
        String label = input.getLabel();
        return label == null || label.isEmpty() ? input.getName() : label;
    }
}
