package sc.fiji.fastsam.host;

import ij.IJ;
import ij.gui.GenericDialog;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * A dialog in ImageJ's own look for a page of a module's inputs, made from their declarations:
 * label, type, choices, description. The first page blocks nothing, so that one can zoom, move
 * through slices and draw while it is open.
 */
public final class ModuleDialog {

    private final Module module;
    private final List<ModuleItem<?>> page;
    private final String further;

    /** A dialog for these inputs of the first page, starting with the values in the module. */
    ModuleDialog(Module module, List<ModuleItem<?>> page) {
        this(module, page, "");
    }

    private ModuleDialog(Module module, List<ModuleItem<?>> page, String further) {
        this.module = module;
        this.page = List.copyOf(page);
        this.further = further;
    }

    /** A dialog for the further page of a title. */
    public static ModuleDialog secondPage(Module module, String title) {
        return new ModuleDialog(module, Inputs.secondPage(module, title), title);
    }

    /**
     * Shows it until the values are valid or the user cancels. Records nothing.
     *
     * @return true when the module holds the user's values; false when the user canceled and it is
     *     as it was
     */
    public boolean show() {
        List<Object> before = values();
        boolean agreed = showUntilValid();
        if (!agreed) {
            set(before);
        }
        return agreed;
    }

    private boolean showUntilValid() {
        while (true) {
            GenericDialog dialog = empty();
            DialogPage fields = build(dialog);
            dialog.showDialog();
            // NB: not wasCanceled(), which stops a macro that happens to run on another thread.
            if (!dialog.wasOKed()) {
                return false;
            }
            try {
                fields.check();
                if (module.getDelegateObject() instanceof Checked command) {
                    command.check();
                    if (further.isEmpty()) {
                        command.checkReady();
                    }
                }
                return true;
            } catch (IllegalArgumentException | UncheckedIOException e) {
                String message = Inputs.inLabels(Failure.message(e), module);
                IJ.showMessage(title(), Failure.wrapped(message));
            }
        }
    }

    private GenericDialog empty() {
        String help = HelpText.html(module);
        return further.isEmpty() ? new FirstPage(title(), help) : new FurtherPage(title(), help);
    }

    private DialogPage build(GenericDialog dialog) {
        DialogPage fields = new DialogPage(dialog, module);
        fields.add(page);
        dialog.addDialogListener(
                (changed, event) -> {
                    fields.read();
                    return true;
                });
        fields.preview();
        return fields;
    }

    private String title() {
        String title = module.getInfo().getTitle().replace("...", "");
        return further.isEmpty() ? title : title + ": " + further;
    }

    private List<Object> values() {
        List<Object> values = new ArrayList<>();
        page.forEach(field -> values.add(module.getInput(field.getName())));
        return values;
    }

    private void set(List<Object> values) {
        for (int i = 0; i < page.size(); i++) {
            if (!Inputs.isHeading(page.get(i)) && !Inputs.isButton(page.get(i))) {
                module.setInput(page.get(i).getName(), values.get(i));
            }
        }
    }
}
