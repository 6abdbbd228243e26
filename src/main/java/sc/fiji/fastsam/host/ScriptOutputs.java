package sc.fiji.fastsam.host;

import ij.IJ;
import ij.measure.ResultsTable;
import java.awt.GraphicsEnvironment;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Appends the tables of a script's {@code commands.run(command, true, ...)} to those of their
 * titles, where there are windows for them. NB: Fiji shows no ImageJ1 table, and warns of each.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class ScriptOutputs extends AbstractPostprocessorPlugin {

    @Override
    public void process(Module module) {
        if (!Inputs.isOurs(module)) {
            return;
        }
        for (ModuleItem<?> output : module.getInfo().outputs()) {
            if (output.getType() != ResultsTable.class
                    || module.isOutputResolved(output.getName())) {
                continue;
            }
            Object table = module.getOutput(output.getName());
            if (table != null && !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null) {
                Tables.append((ResultsTable) table, OutputDisplay.title(module, output));
            }
            module.resolveOutput(output.getName());
        }
    }
}
