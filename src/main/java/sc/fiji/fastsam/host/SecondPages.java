package sc.fiji.fastsam.host;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.widget.InputHarvester;

/** The second page of a command, in the host's look. */
public final class SecondPages {

    private SecondPages() {}

    /** Asks for its values, starting with those of the module, which then has the new ones. */
    public static void show(Context context, CommandModule module) {
        Host host = Host.of(context);
        if (host.isFiji()) {
            for (PreprocessorPlugin step : host.before()) {
                if (step instanceof InputHarvester<?, ?>) {
                    showInHost(step, module);
                    return;
                }
            }
        }
        ModuleDialog.secondPage(module).show();
    }

    private static void showInHost(PreprocessorPlugin dialog, CommandModule module) {
        CommandModule page = page(module);
        dialog.process(page);
    }

    /** The same command under a title of its own, of which all but the second page is known. */
    static CommandModule page(CommandModule module) {
        CommandInfo info = new CommandInfo(module.getInfo());
        info.setLabel(module.getInfo().getTitle().replace("...", "") + ": More Settings");
        CommandModule page = new CommandModule(info, (Command) module.getDelegateObject());
        for (ModuleItem<?> input : info.inputs()) {
            if (!isOnPage(module, input)) {
                page.resolveInput(input.getName());
            }
        }
        return page;
    }

    private static boolean isOnPage(Module module, ModuleItem<?> input) {
        return Inputs.secondPage(module).stream()
                .anyMatch(item -> item.getName().equals(input.getName()));
    }
}
