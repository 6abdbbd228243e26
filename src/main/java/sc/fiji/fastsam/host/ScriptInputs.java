package sc.fiji.fastsam.host;

import ij.ImagePlus;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Lets scripts write {@code commands.run(command, true, ...)}: what they leave out has its default,
 * and no dialog asks for it. The menu's own runs leave this step out.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class ScriptInputs extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (!Inputs.isOurs(module)) {
            return;
        }
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            boolean isMissingImage =
                    input.getType() == ImagePlus.class && module.getInput(input.getName()) == null;
            if (!isMissingImage && !Inputs.isFramework(input)) {
                module.resolveInput(input.getName());
            }
        }
    }
}
