package sc.fiji.fastsam.host;

import ij.ImagePlus;
import java.util.function.Consumer;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Lets scripts write {@code commands.run(command, true, ...)}: what they leave out has its default,
 * and no dialog asks for it. The menu's own runs leave this step out.
 */
public final class ScriptInputs implements Consumer<Module> {

    @Override
    public void accept(Module module) {
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            boolean isMissingImage =
                    input.getType() == ImagePlus.class && module.getInput(input.getName()) == null;
            if (!isMissingImage && !Inputs.isFramework(input)) {
                module.resolveInput(input.getName());
            }
        }
    }
}
