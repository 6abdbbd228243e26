package sc.fiji.fastsam.start;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Before a command that a script runs: see {@code host.ScriptInputs}. */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class BeforeScript extends AbstractPreprocessorPlugin {

    static final String STEP = "sc.fiji.fastsam.host.ScriptInputs";

    @Override
    public void process(Module module) {
        ScriptStep.run(STEP, module);
    }
}
