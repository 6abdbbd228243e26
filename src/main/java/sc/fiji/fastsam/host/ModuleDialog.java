package sc.fiji.fastsam.host;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.Button;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * A dialog in ImageJ's own look for some inputs of a module, made from their declarations: label,
 * type, choices, description. Inputs of the second page are folded away behind a button.
 */
public final class ModuleDialog {

    private static final int GAP = 8;
    private static final int USUAL_WIDTH = 560;

    private final Module module;
    private final List<ModuleItem<?>> fields;
    private final List<Component> folded = new ArrayList<>();
    private boolean open;

    /** A dialog for these inputs, in their order, starting with the values in the module. */
    ModuleDialog(Module module, List<ModuleItem<?>> fields) {
        this.module = module;
        this.fields = List.copyOf(fields);
    }

    /** A dialog for the second page alone, unfolded. */
    public static ModuleDialog secondPage(Module module) {
        ModuleDialog dialog = new ModuleDialog(module, Inputs.second(module));
        dialog.open = true;
        return dialog;
    }

    /**
     * Shows it until the values are valid or the user cancels. Records nothing.
     *
     * @return true when the module holds the user's values; false when the user canceled and it is
     *     as it was
     */
    public boolean show() {
        boolean recording = Recorder.record;
        Recorder.record = false;
        List<Object> before = values();
        try {
            boolean agreed = showUntilValid();
            if (!agreed) {
                set(before);
            }
            return agreed;
        } finally {
            Recorder.record = recording;
        }
    }

    private boolean showUntilValid() {
        while (true) {
            GenericDialog dialog = build();
            dialog.showDialog();
            // NB: not wasCanceled(), which stops a macro that happens to run on another thread.
            if (!dialog.wasOKed()) {
                return false;
            }
            try {
                read(dialog);
                if (module.getDelegateObject() instanceof Checked command) {
                    command.check();
                }
                return true;
            } catch (IllegalArgumentException e) {
                IJ.showMessage(title(), e.getMessage());
            }
        }
    }

    /** Takes what is valid, so that only the wrong value must be typed again. */
    private void read(GenericDialog dialog) {
        IllegalArgumentException wrong = null;
        for (ModuleItem<?> field : fields) {
            try {
                module.setInput(field.getName(), DialogField.read(dialog, field));
            } catch (IllegalArgumentException e) {
                wrong = wrong == null ? e : wrong;
            }
        }
        if (wrong != null) {
            throw wrong;
        }
    }

    /** Lets the command show what it would do; what is not a number yet is passed over. */
    private boolean preview(GenericDialog dialog) {
        try {
            read(dialog);
            module.preview();
        } catch (IllegalArgumentException e) {
            // NB: the user is still typing; OK tells.
            return true;
        }
        return true;
    }

    private GenericDialog build() {
        GenericDialog dialog = new GenericDialog(title());
        Hints hints = new Hints();
        List<ModuleItem<?>> second = Inputs.second(module);
        boolean hasFold = !fields.equals(second);
        folded.clear();
        for (ModuleItem<?> field : fields) {
            boolean isFolded = hasFold && second.contains(field);
            if (isFolded && folded.isEmpty()) {
                addFold(dialog);
            }
            for (Component component : add(dialog, field)) {
                hints.put(component, field.getDescription());
                component.setVisible(open || !isFolded);
                if (isFolded) {
                    folded.add(component);
                }
            }
        }
        hints.addTo(dialog);
        dialog.addDialogListener((changed, event) -> preview(changed));
        dialog.addHelp(HelpText.html(module));
        placeBesideImage(dialog);
        return dialog;
    }

    /** Where the screen has room, so that the image, and a preview on it, stay in sight. */
    private static void placeBesideImage(GenericDialog dialog) {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null || image.getWindow() == null) {
            return;
        }
        Rectangle window = image.getWindow().getBounds();
        int x = window.x + window.width + GAP;
        // NB: a guess of the width. Packed before it is shown, a dialog forgets where it was put.
        if (x + USUAL_WIDTH < Toolkit.getDefaultToolkit().getScreenSize().width) {
            dialog.setLocation(x, window.y);
        }
    }

    private List<Component> add(GenericDialog dialog, ModuleItem<?> field) {
        int before = dialog.getComponentCount();
        DialogField.add(dialog, field, module.getInput(field.getName()));
        Component[] all = dialog.getComponents();
        return Arrays.asList(all).subList(before, all.length);
    }

    private void addFold(GenericDialog dialog) {
        dialog.addButton(
                foldLabel(),
                event -> {
                    open = !open;
                    folded.forEach(component -> component.setVisible(open));
                    ((Button) event.getSource()).setLabel(foldLabel());
                    dialog.pack();
                });
    }

    private String foldLabel() {
        return open ? "Fewer settings" : "More settings...";
    }

    private String title() {
        return module.getInfo().getTitle().replace("...", "");
    }

    private List<Object> values() {
        List<Object> values = new ArrayList<>();
        fields.forEach(field -> values.add(module.getInput(field.getName())));
        return values;
    }

    private void set(List<Object> values) {
        for (int i = 0; i < fields.size(); i++) {
            module.setInput(fields.get(i).getName(), values.get(i));
        }
    }
}
