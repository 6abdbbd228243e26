package sc.fiji.fastsam.host;

import ij.IJ;
import ij.measure.ResultsTable;
import java.awt.GraphicsEnvironment;
import java.util.function.Consumer;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Appends the tables of a script's {@code commands.run(command, true, ...)} to those of their
 * titles, where there are windows for them. NB: Fiji shows no ImageJ1 table, and warns of each.
 */
public final class ScriptOutputs implements Consumer<Module> {

    @Override
    public void accept(Module module) {
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
