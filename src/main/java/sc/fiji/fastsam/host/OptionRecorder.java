package sc.fiji.fastsam.host;

import ij.IJ;
import ij.plugin.frame.Recorder;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import sc.fiji.fastsam.settings.KeyValues;

/**
 * Hands what differs from a module's defaults to the macro recorder as {@code key=value}, nearly in
 * declared order, in the form that Fiji gives to the parameters of a SciJava command. The image is
 * not recorded: a macro works on the active one.
 */
final class OptionRecorder {

    private OptionRecorder() {}

    /** Records the settings; does nothing when the recorder is off. */
    static void record(Module module) {
        if (!IJ.recording()) {
            return;
        }
        for (ModuleItem<?> input : ordered(changed(module))) {
            Recorder.recordOption(input.getName(), text(module.getInput(input.getName())));
        }
    }

    /**
     * Does something that the recorder is not told of.
     *
     * <p>NB: ImageJ's dialogs write what they hold when they close. The recorder is off for that
     * moment alone: the user may open it, or draw what it shall record, while a dialog is there.
     */
    static void without(Runnable work) {
        boolean recording = Recorder.record;
        Recorder.record = false;
        try {
            work.run();
        } finally {
            Recorder.record = recording;
        }
    }

    /**
     * The inputs whose value is not the default, or else the first.
     *
     * <p>NB: without any key ImageJ records {@code run("Command");}, which opens the dialog when it
     * is replayed.
     */
    static List<ModuleItem<?>> changed(Module module) {
        Module fresh = fresh(module);
        List<ModuleItem<?>> inputs = Inputs.recorded(module);
        List<ModuleItem<?>> changed = new ArrayList<>(inputs);
        changed.removeIf(
                input ->
                        Objects.equals(
                                module.getInput(input.getName()), fresh.getInput(input.getName())));
        return changed.isEmpty() ? inputs.subList(0, Math.min(1, inputs.size())) : changed;
    }

    private static Module fresh(Module module) {
        try {
            return module.getInfo().createModule();
        } catch (ModuleException e) {
            throw new IllegalStateException("No defaults of " + module.getInfo().getTitle(), e);
        }
    }

    /**
     * The inputs with each name before those that end with it.
     *
     * <p>NB: behind "min_box_iou=" ImageJ takes "iou" for a repetition, and says so in a dialog
     * that the user has to close.
     */
    static List<ModuleItem<?>> ordered(List<ModuleItem<?>> inputs) {
        List<ModuleItem<?>> ordered = new ArrayList<>();
        for (ModuleItem<?> input : inputs) {
            int at = 0;
            while (at < ordered.size() && !ordered.get(at).getName().endsWith(input.getName())) {
                at++;
            }
            ordered.add(at, input);
        }
        return ordered;
    }

    /**
     * The value as a macro writes it between its quotation marks; in brackets where it would not be
     * read back, as an empty one, behind which the next key would be taken.
     *
     * <p>NB: where there is a space, ImageJ adds the brackets. So where they would not hold the
     * value together, its spaces are written by their octal number.
     */
    static String text(Object value) {
        String text = value == null ? "" : value.toString();
        String path = value instanceof File ? text.replace('\\', '/') : text;
        if (KeyValues.needsQuotes(path)) {
            return KeyValues.escaped(KeyValues.text(path)).replace(" ", "\\040");
        }
        return KeyValues.escaped(path.contains(" ") ? path : KeyValues.text(path));
    }
}
