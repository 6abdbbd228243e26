package sc.fiji.fastsam.host;

import java.awt.GraphicsEnvironment;
import java.util.List;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/**
 * Asks the user of plain ImageJ for the unresolved inputs of a module. Does nothing headless. Part
 * of no context: only the bridge uses it, and only where the host has no dialog of its own.
 */
final class DialogHarvester extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        List<ModuleItem<?>> fields = Inputs.firstPage(module);
        fields.removeIf(input -> module.isInputResolved(input.getName()));
        if (GraphicsEnvironment.isHeadless() || fields.isEmpty()) {
            return;
        }
        if (!new ModuleDialog(module, fields).show()) {
            cancel("");
            return;
        }
        module.getInfo().inputs().forEach(input -> module.resolveInput(input.getName()));
    }
}
