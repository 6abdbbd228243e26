package sc.fiji.fastsam.host;

import ij.IJ;
import ij.gui.GenericDialog;
import java.awt.Choice;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Label;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * The widgets of a dialog: headings, fields with notes beside them, buttons, and a line of help.
 */
final class DialogPage {

    private static final Font HEADING = new Font("SansSerif", Font.BOLD, 12);
    private static final Font NOTE = new Font("SansSerif", Font.PLAIN, 12);
    private static final int NOTE_LENGTH = 64;

    private final GenericDialog dialog;
    private final Module module;
    private final List<ModuleItem<?>> fields = new ArrayList<>();
    private final Map<String, Label> notes = new HashMap<>();
    private final Map<String, TextField> numbers = new HashMap<>();
    private final Map<String, Choice> choices = new HashMap<>();
    private final Hints hints = new Hints();
    private ModuleItem<?> last;
    private int inRow;
    private String problem = "";

    DialogPage(GenericDialog dialog, Module module) {
        this.dialog = dialog;
        this.module = module;
    }

    /** Adds all that a page shows, in its order. */
    void add(List<ModuleItem<?>> page) {
        for (ModuleItem<?> item : page) {
            int before = dialog.getComponentCount();
            if (Inputs.isHeading(item)) {
                dialog.addMessage(String.valueOf(module.getInput(item.getName())), HEADING);
                last = null;
            } else if (Inputs.isButton(item)) {
                addButton(item);
            } else {
                addField(item);
            }
            for (int i = before; i < dialog.getComponentCount(); i++) {
                hints.put(dialog.getComponent(i), item.getDescription());
            }
        }
        hints.addTo(dialog);
        listen();
    }

    private void listen() {
        if (module.getDelegateObject() instanceof Noting command) {
            command.listen((key, text) -> EventQueue.invokeLater(() -> note(key, text)));
        }
    }

    private void note(String key, String text) {
        if (notes.containsKey(key)) {
            notes.get(key).setText(Inputs.inLabels(text, module));
        }
    }

    private void addField(ModuleItem<?> item) {
        boolean joins = last != null && DialogRows.joins(last, item, inRow);
        if (joins) {
            dialog.addToSameRow();
        }
        inRow = joins ? inRow + 1 : 1;
        DialogField.add(dialog, item, module.getInput(item.getName()), words(item));
        fields.add(item);
        last = item;
        remember(item);
        if (isNoted(item)) {
            addNote(item);
        }
    }

    private void remember(ModuleItem<?> item) {
        if (words(item).isEmpty() && DialogField.isNumber(item.getType())) {
            numbers.put(item.getName(), (TextField) dialog.getNumericFields().lastElement());
        } else if (DialogField.hasChoices(item)) {
            choices.put(item.getName(), (Choice) dialog.getChoices().lastElement());
        }
    }

    private boolean isNoted(ModuleItem<?> item) {
        return module.getDelegateObject() instanceof Noting command
                && command.noted().contains(item.getName());
    }

    private void addNote(ModuleItem<?> item) {
        if (Inputs.isButton(item)) {
            dialog.addToSameRow();
        }
        dialog.addMessage(" ".repeat(NOTE_LENGTH), NOTE, Color.DARK_GRAY);
        notes.put(item.getName(), (Label) dialog.getMessage());
        last = null;
    }

    private List<String> words(ModuleItem<?> item) {
        return module.getDelegateObject() instanceof Noting command
                ? command.words(item.getName())
                : List.of();
    }

    /** Buttons have rows of their own: a dialog shall have room beside its image. */
    private void addButton(ModuleItem<?> item) {
        if (last != null && Inputs.isButton(last)) {
            dialog.addToSameRow();
        }
        dialog.addButton(Inputs.label(item), event -> press(item));
        last = item;
        if (isNoted(item)) {
            addNote(item);
        }
    }

    private void press(ModuleItem<?> button) {
        read();
        try {
            button.callback(module);
        } catch (MethodCallException e) {
            IJ.showMessage(dialog.getTitle(), Failure.wrapped(Failure.message(e)));
            return;
        }
        // NB: the button may have opened another page, which was told instead.
        listen();
        for (ModuleItem<?> field : fields) {
            Object value = module.getInput(field.getName());
            if (numbers.containsKey(field.getName())) {
                DialogField.refresh(numbers.get(field.getName()), field, value);
            } else if (choices.containsKey(field.getName())) {
                choices.get(field.getName()).select(String.valueOf(value));
            }
        }
        preview();
    }

    /**
     * The values as they stand.
     *
     * @throws IllegalArgumentException if one is no number where one is needed
     */
    void check() {
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Takes what is valid, and lets the command show what it would do. */
    void read() {
        dialog.resetCounters();
        problem = "";
        for (ModuleItem<?> field : fields) {
            try {
                Object value =
                        words(field).isEmpty()
                                ? DialogField.read(dialog, field)
                                : DialogField.readWord(dialog);
                module.setInput(field.getName(), value);
            } catch (IllegalArgumentException e) {
                // NB: the user may still be typing; OK tells in a box.
                problem = problem.isEmpty() ? e.getMessage() : problem;
            }
        }
        if (problem.isEmpty()) {
            preview();
        } else {
            note("preview", problem);
        }
    }

    /** Lets the command show what it would do. */
    void preview() {
        module.preview();
    }
}
