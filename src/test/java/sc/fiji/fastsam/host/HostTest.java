package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.WindowManager;
import net.imagej.legacy.StandInLegacyService;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;

class HostTest {

    @Test
    void plainImageJGetsOurDialog() {
        try (Context context = new Context(CommandService.class)) {
            Host host = Host.of(context);
            assertFalse(host.isFiji());
            assertEquals(1, dialogs(host));
        }
    }

    @Test
    void ourDialogStepsAsideInFiji() {
        try (Context context = new Context(CommandService.class, StandInLegacyService.class)) {
            Host host = Host.of(context);
            assertTrue(host.isFiji());
            assertEquals(0, dialogs(host));
        }
    }

    @Test
    void nothingForPlainImageJIsAPluginOfTheContext() {
        try (Context context = new Context(CommandService.class)) {
            for (PluginInfo<?> plugin :
                    context.service(PluginService.class).getPluginsOfType(SciJavaPlugin.class)) {
                String name = plugin.getClassName();
                boolean ours = name.startsWith("sc.fiji.fastsam.host.");
                boolean forScripts =
                        name.endsWith("ScriptInputs") || name.endsWith("ScriptOutputs");
                assertFalse(
                        ours && !forScripts && !name.endsWith("EchoCommand"), () -> plugin + "");
            }
        }
    }

    @Test
    void theMenusRunsLeaveTheStepsForScriptsOut() {
        Host host = Host.current();
        assertTrue(host.before().stream().noneMatch(ScriptInputs.class::isInstance));
        assertTrue(host.after().stream().noneMatch(ScriptOutputs.class::isInstance));
    }

    @Test
    void theContextOfPlainImageJIsMadeOnce() {
        assertSame(Host.current().context(), Host.current().context());
    }

    @Test
    void aCommandRunsInTheContextOfFijiToo() {
        WindowManager.setTempCurrentImage(IJ.createImage("source", "8-bit", 4, 3, 1));
        try (Context context = new Context(CommandService.class, StandInLegacyService.class)) {
            MacroOptions options = MacroOptions.parse("factor=3");
            new BridgedCommand(Host.of(context), EchoCommand.class.getName(), options).run();
            assertEquals(12, WindowManager.getCurrentImage().getWidth());
        } finally {
            WindowManager.setTempCurrentImage(null);
        }
    }

    private static long dialogs(Host host) {
        return host.before().stream().filter(step -> step instanceof DialogHarvester).count();
    }
}
