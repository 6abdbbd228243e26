package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.CommandService;
import org.scijava.module.DefaultMutableModuleInfo;
import org.scijava.module.DefaultMutableModuleItem;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

class OptionRecorderTest {

    private static List<String> ordered(String... names) {
        DefaultMutableModuleInfo module = new DefaultMutableModuleInfo();
        List<ModuleItem<?>> inputs = new ArrayList<>();
        Stream.of(names)
                .forEach(
                        name ->
                                inputs.add(
                                        new DefaultMutableModuleItem<>(
                                                module, name, Double.class)));
        return OptionRecorder.ordered(inputs).stream().map(ModuleItem::getName).toList();
    }

    private static List<String> changed(String key, Object value) throws ModuleException {
        var info = Host.current().context().service(CommandService.class);
        Module module = info.getCommand(EchoCommand.class).createModule();
        module.setInput(key, value);
        return OptionRecorder.changed(module).stream().map(ModuleItem::getName).toList();
    }

    @Test
    void onlyWhatDiffersFromTheDefaultsIsRecorded() throws ModuleException {
        assertEquals(List.of("manner"), changed("manner", "loud voice"));
        assertEquals(List.of("stop"), changed("stop", true));
    }

    /** NB: a line without any key would open the dialog. */
    @Test
    void whereNothingDiffersTheFirstKeyIsRecorded() throws ModuleException {
        assertEquals(List.of("factor"), changed("stop", false));
    }

    @Test
    void namesComeBeforeThoseThatEndWithThem() {
        assertEquals(
                List.of("box_rule", "iou", "min_box_iou", "overlay", "mask_iou"),
                ordered("box_rule", "min_box_iou", "overlay", "iou", "mask_iou"));
    }

    @Test
    void otherNamesKeepTheirOrder() {
        assertEquals(
                List.of("overlay", "overlay_copy", "points", "points_mode"),
                ordered("overlay", "overlay_copy", "points", "points_mode"));
    }

    /** NB: else ImageJ's macro ends there. */
    @Test
    void aQuotationMarkInATextIsReadBackByImageJ() {
        File model = new File("/nets/the \"best\".onnx");
        String recorded = "line=\"model=[" + OptionRecorder.text(model) + "]\"; return line;";
        assertEquals("model=[/nets/the \"best\".onnx]", new Interpreter().run(recorded, ""));
        assertEquals("[]", OptionRecorder.text(null));
        assertEquals("loud voice", OptionRecorder.text("loud voice"));
    }

    /** NB: ImageJ puts brackets round what has a space alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "[a] b",
                "/my [dir/x y.onnx",
                "/my dir]/x y.onnx",
                "[x",
                "a[1].png",
                "'a'",
                "'a' b",
                "&a",
                "a\tb",
                "a b",
                "",
                "model=C:\\new\\b.onnx",
                "a \\\"b\\"
            })
    void whatIsRecordedIsReadBack(String value) {
        boolean recording = Recorder.record;
        String before = Objects.requireNonNullElse(Recorder.getCommandOptions(), "");
        try {
            Recorder.record = true;
            Recorder.recordOption("words", OptionRecorder.text(value));
        } finally {
            Recorder.record = recording;
        }
        String recorded = Recorder.getCommandOptions().substring(before.length());
        String line = new Interpreter().run("line=\"" + recorded + "\"; return line;", "");
        assertEquals(Map.of("words", value), MacroOptions.parse(line).values());
    }
}
