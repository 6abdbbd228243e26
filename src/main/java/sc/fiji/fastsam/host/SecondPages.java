package sc.fiji.fastsam.host;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.widget.InputHarvester;

/** The further pages of a command, in the host's look. */
public final class SecondPages {

    private SecondPages() {}

    /**
     * Asks for the values of a page, starting with those of the module, which then has the new
     * ones.
     *
     * @param title of the page
     */
    public static void show(Context context, CommandModule module, String title) {
        Host host = Host.of(context);
        if (host.isFiji()) {
            for (PreprocessorPlugin step : host.before()) {
                if (step instanceof InputHarvester<?, ?>) {
                    showInHost(step, module, title);
                    return;
                }
            }
        }
        ModuleDialog.secondPage(module, title).show();
    }

    private static void showInHost(PreprocessorPlugin dialog, CommandModule module, String title) {
        CommandModule page = page(module, title);
        dialog.process(page);
    }

    /** The same command under a title of its own, of which all but a page is known. */
    static CommandModule page(CommandModule module, String title) {
        CommandInfo info = new CommandInfo(module.getInfo());
        info.setLabel(module.getInfo().getTitle().replace("...", "") + ": " + title);
        CommandModule page = new CommandModule(info, (Command) module.getDelegateObject());
        for (ModuleItem<?> input : info.inputs()) {
            if (!isOnPage(module, title, input)) {
                page.resolveInput(input.getName());
            }
        }
        return page;
    }

    private static boolean isOnPage(Module module, String title, ModuleItem<?> input) {
        return Inputs.secondPage(module, title).stream()
                .anyMatch(item -> item.getName().equals(input.getName()));
    }
}
