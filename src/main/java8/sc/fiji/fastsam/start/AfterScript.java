package sc.fiji.fastsam.start;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/** After a command that a script ran: see {@code host.ScriptOutputs}. */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class AfterScript extends AbstractPostprocessorPlugin {

    static final String STEP = "sc.fiji.fastsam.host.ScriptOutputs";

    @Override
    public void process(Module module) {
        ScriptStep.run(STEP, module);
    }
}
