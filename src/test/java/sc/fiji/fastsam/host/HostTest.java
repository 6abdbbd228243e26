package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.WindowManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;
import org.scijava.ui.AbstractInputHarvesterPlugin;
import org.scijava.widget.InputPanel;
import sc.fiji.fastsam.start.AfterScript;
import sc.fiji.fastsam.start.BeforeScript;

class HostTest {

    @Test
    void bothHostsGetOurDialog() {
        try (Context context = new Context(CommandService.class)) {
            assertEquals(1, dialogs(new Host(context)));
        }
    }

    @Test
    void theHostsOwnDialogIsLeftOut() {
        try (Context context = new Context(CommandService.class)) {
            context.service(PluginService.class)
                    .addPlugin(
                            new PluginInfo<>(OwnDialog.class.getName(), PreprocessorPlugin.class));
            List<PreprocessorPlugin> steps = new Host(context).before();
            assertTrue(steps.stream().noneMatch(OwnDialog.class::isInstance), steps::toString);
        }
    }

    @Test
    void nothingForPlainImageJIsAPluginOfTheContext() {
        try (Context context = new Context(CommandService.class)) {
            for (PluginInfo<?> plugin :
                    context.service(PluginService.class).getPluginsOfType(SciJavaPlugin.class)) {
                String name = plugin.getClassName();
                boolean ours = name.startsWith("sc.fiji.fastsam.host.");
                assertFalse(ours && !name.endsWith("EchoCommand"), () -> plugin + "");
            }
        }
    }

    @Test
    void theMenusRunsLeaveTheStepsForScriptsOut() {
        Host host = Host.current();
        assertTrue(host.before().stream().noneMatch(BeforeScript.class::isInstance));
        assertTrue(host.after().stream().noneMatch(AfterScript.class::isInstance));
    }

    @Test
    void theContextOfPlainImageJIsMadeOnce() {
        assertSame(Host.current().context(), Host.current().context());
    }

    @Test
    void aCommandRunsInAnyContext() {
        WindowManager.setTempCurrentImage(IJ.createImage("source", "8-bit", 4, 3, 1));
        try (Context context = new Context(CommandService.class)) {
            MacroOptions options = MacroOptions.parse("factor=3");
            new BridgedCommand(new Host(context), EchoCommand.class.getName(), options).run();
            assertEquals(12, WindowManager.getCurrentImage().getWidth());
        } finally {
            WindowManager.setTempCurrentImage(null);
        }
    }

    @Test
    void thePreviewEndsWhereAStepBeforeTheRunFails() {
        WindowManager.setTempCurrentImage(IJ.createImage("source", "8-bit", 4, 3, 1));
        try (Context context = new Context(CommandService.class)) {
            context.service(PluginService.class)
                    .addPlugin(new PluginInfo<>(Failing.class.getName(), PreprocessorPlugin.class));
            MacroOptions options = MacroOptions.parse("factor=3");
            BridgedCommand command =
                    new BridgedCommand(new Host(context), EchoCommand.class.getName(), options);
            EchoCommand.ended = false;
            Exception failure = assertThrows(RuntimeException.class, command::run);
            assertTrue(failure.toString().contains("asked for by this test"), failure.toString());
            assertTrue(EchoCommand.ended);
        } finally {
            WindowManager.setTempCurrentImage(null);
        }
    }

    /** As another plugin's step. */
    public static final class Failing extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            throw new IllegalStateException("asked for by this test");
        }
    }

    private static long dialogs(Host host) {
        return host.before().stream().filter(step -> step instanceof DialogHarvester).count();
    }

    /** As Fiji's: a harvester that is a step of the context. */
    public static final class OwnDialog extends AbstractInputHarvesterPlugin<String, String> {

        @Override
        protected String getUI() {
            return "none";
        }

        @Override
        public InputPanel<String, String> createInputPanel() {
            throw new AssertionError("The host's dialog asks.");
        }

        @Override
        public boolean harvestInputs(InputPanel<String, String> panel, Module module) {
            throw new AssertionError("The host's dialog asks.");
        }
    }
}
