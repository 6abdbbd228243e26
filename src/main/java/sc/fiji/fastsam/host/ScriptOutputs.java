package sc.fiji.fastsam.host;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.awt.GraphicsEnvironment;
import java.util.function.Consumer;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Appends the tables of a script's {@code commands.run(command, true, ...)} to those of their
 * titles, where there are windows for them. Images are left to the host.
 *
 * <p>NB: Fiji shows no ImageJ1 table, and warns of each; a report it would show a second time.
 */
public final class ScriptOutputs implements Consumer<Module> {

    @Override
    public void accept(Module module) {
        for (ModuleItem<?> output : module.getInfo().outputs()) {
            if (output.getType() == ImagePlus.class || module.isOutputResolved(output.getName())) {
                continue;
            }
            if (module.getOutput(output.getName()) instanceof ResultsTable table && hasWindows()) {
                Tables.append(table, OutputDisplay.title(module, output));
            }
            module.resolveOutput(output.getName());
        }
    }

    private static boolean hasWindows() {
        return !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null;
    }
}
