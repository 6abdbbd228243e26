package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogMessage;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import sc.fiji.fastsam.onnx.TinyModels;

/** {@code commands.run(command, true, ...)} of a script, in a host that has a dialog. */
class ScriptRunTest {

    private static final List<String> ASKED = new ArrayList<>();

    private final List<String> warnings = new ArrayList<>();
    private Context context;
    private CommandService commands;

    @BeforeEach
    void open() {
        ASKED.clear();
        context = new Context(CommandService.class, LogService.class);
        commands = context.service(CommandService.class);
        PluginInfo<PreprocessorPlugin> dialog =
                new PluginInfo<>(HostDialog.class.getName(), PreprocessorPlugin.class);
        dialog.setPriority(Priority.VERY_LOW);
        context.service(PluginService.class).addPlugin(dialog);
        context.service(LogService.class).addLogListener(this::hear);
    }

    @AfterEach
    void close() {
        context.dispose();
    }

    @Test
    void whatItLeavesOutHasItsDefaultAndNobodyIsAsked() throws Exception {
        CommandModule done = run(SegmentEverything.class, "input", three(), "table", true);
        assertEquals(List.of(), ASKED);
        assertEquals(0.0, done.getInput("confidence"));
        assertTrue(done.getOutput("label_image") instanceof ImagePlus);
        assertTrue(done.getOutput("object_table") instanceof ResultsTable);
    }

    /** NB: Fiji warns of each output that it does not know and that nobody else has taken. */
    @Test
    void itsTableIsTakenSoThatTheHostDoesNotWarn() throws Exception {
        CommandModule done = run(SegmentEverything.class, "input", three(), "table", true);
        assertTrue(done.isOutputResolved("object_table"));
        assertTrue(done.isOutputResolved("summary_table"));
        assertFalse(done.isOutputResolved("label_image"));
        assertEquals(List.of(), warnings);
    }

    @ParameterizedTest
    @ValueSource(classes = {Models.class, AboutFastSam.class})
    void theOtherCommandsAskNobodyEitherAndTellTheirReportOnce(Class<? extends Command> command)
            throws Exception {
        CommandModule done = commands.run(command, true).get();
        assertEquals(List.of(), ASKED);
        assertTrue(done.isOutputResolved("report"));
        assertFalse(String.valueOf(done.getOutput("report")).isBlank());
    }

    @Test
    void onlyForAMissingImageMayTheHostAsk() throws Exception {
        CommandModule done = commands.run(SegmentEverything.class, true).get();
        assertEquals(List.of("input"), ASKED);
        assertTrue(done.isCanceled());
    }

    /** NB: docs/macros.md says so. */
    @Test
    void aFailureIsTheExceptionOfGetAndItsMessageLiesAtTheInnermostCause() {
        Throwable thrown =
                assertThrows(
                        ExecutionException.class,
                        () -> run(SegmentEverything.class, "input", three(), "confidence", 3d));
        while (thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        assertEquals("confidence must lie between 0 and 1, but was 3.", thrown.getMessage());
    }

    @Test
    void aSearchBarFindsNoCommandBesideItsMenuEntry() {
        List<CommandInfo> ours =
                commands.getCommands().stream()
                        .filter(info -> info.getClassName().startsWith("sc.fiji.fastsam.command."))
                        .toList();
        assertEquals(5, ours.size());
        for (CommandInfo info : ours) {
            assertFalse(info.isVisible(), info.getClassName());
            assertTrue(info.getMenuPath().isEmpty(), info.getClassName());
        }
    }

    private void hear(LogMessage message) {
        if (message.level() <= LogLevel.WARN) {
            warnings.add(message.text());
        }
    }

    private CommandModule run(Class<? extends Command> command, Object... inputs) throws Exception {
        Object[] all = new Object[inputs.length + 2];
        System.arraycopy(inputs, 0, all, 2, inputs.length);
        all[0] = "model";
        all[1] = TinyModels.path("l2-dynamic").toFile();
        return commands.run(command, true, all).get();
    }

    private static ImagePlus three() {
        ImagePlus image =
                IJ.createImage("three", "8-bit black", TinyModels.WIDTH, TinyModels.HEIGHT, 1);
        float[] brightness = TinyModels.brightness();
        for (int i = 0; i < brightness.length; i++) {
            image.getProcessor().set(i, Math.round(brightness[i] * 255));
        }
        return image;
    }

    /** As a host's dialog: asks for all that is not resolved. */
    public static final class HostDialog extends AbstractPreprocessorPlugin {

        @Override
        public void process(Module module) {
            for (ModuleItem<?> input : module.getInfo().inputs()) {
                if (!module.isInputResolved(input.getName())) {
                    ASKED.add(input.getName());
                }
            }
        }
    }
}
