package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;
import sc.fiji.fastsam.label.OverlapRule;
import sc.fiji.fastsam.onnx.Device;
import sc.fiji.fastsam.settings.Choices;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.LengthUnit;
import sc.fiji.fastsam.settings.Nested;

/** Keys and defaults are a contract: macros that users have written stand on them. */
class MacroKeysTest {

    private static final String SHARED =
            "model=null, device=auto, gpu_natives=null, threads=0, image_size=0,"
                    + " contrast=percentiles, low_percentile=0.1, high_percentile=99.9, channel=-1,"
                    + " iou=0.6, mask_iou=0.5, min_area=0.0, max_area=0.0, exclude_border=false,"
                    + " smooth=false, nested=all, overlap=smallest on top, max_objects=0";

    @Test
    void theKeysOfSegmentEverythingAreFrozen() throws Exception {
        assertEquals(
                "input=null, diameter=0.0, diameter_unit=pixels, confidence=0.3,"
                        + " stack=current plane, region=true, labels=true, rois=true, overlay=false, overlay_copy=false, table=false, "
                        + SHARED,
                keys(SegmentEverything.class));
    }

    @Test
    void theKeysOfSegmentSelectionAreFrozen() throws Exception {
        assertEquals(
                "input=null, source=selection, points=, background=, boxes=,"
                        + " points_mode=separately, point_rule=best score, box_rule=box iou,"
                        + " min_box_iou=0.1, second_look=true, diameter=0.0, diameter_unit=pixels, confidence=0.3,"
                        + " stack=current plane, labels=true, rois=true, replace=false,"
                        + " overlay=false, show_prompts=false, table=false, "
                        + SHARED,
                keys(SegmentSelection.class));
    }

    @Test
    void noValueIsRememberedAndAllAreExplained() {
        List<ModuleItem<?>> all = new ArrayList<>(items(SegmentEverything.class));
        all.addAll(items(SegmentSelection.class));
        for (ModuleItem<?> item : all) {
            assertFalse(item.isPersisted(), item.getName());
            assertFalse(item.getDescription().isEmpty(), item.getName());
            assertFalse(item.getLabel().isEmpty(), item.getName());
            assertTrue(item.getDescription().length() <= 90, item.getName());
            assertTrue(item.getName().matches("[a-z]+(_[a-z]+)*"), item.getName());
        }
    }

    @Test
    void theChoicesAreThoseOfTheSettings() {
        assertEquals(texts(Device.values()), choices("device"));
        assertEquals(texts(Contrast.values()), choices("contrast"));
        assertEquals(texts(Nested.values()), choices("nested"));
        assertEquals(texts(OverlapRule.values()), choices("overlap"));
        assertEquals(texts(StackPart.values()), choices("stack"));
        for (String unit : choices("diameter_unit")) {
            assertEquals(unit, Choices.of(LengthUnit.class, "diameter_unit", unit).toString());
        }
    }

    @Test
    void whatBothCommandsAskForHasTheSameLabelAndChoices() {
        for (ModuleItem<?> item : items(SegmentEverything.class)) {
            for (ModuleItem<?> other : items(SegmentSelection.class)) {
                if (item.getName().equals(other.getName())) {
                    assertEquals(item.getLabel(), other.getLabel());
                    assertEquals(item.getChoices(), other.getChoices(), item.getName());
                    assertEquals(item.getMinimumValue(), other.getMinimumValue(), item.getName());
                    assertEquals(item.getMaximumValue(), other.getMaximumValue(), item.getName());
                }
            }
        }
    }

    private static String keys(Class<? extends NetworkCommand> type) throws Exception {
        List<String> own = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        try (Context context = new Context(CommandService.class)) {
            CommandInfo info = context.service(CommandService.class).getCommand(type);
            var module = info.createModule();
            for (ModuleItem<?> item : items(type)) {
                boolean inherited =
                        info.getInput(item.getName()).getField().getDeclaringClass()
                                == NetworkCommand.class;
                (inherited ? shared : own)
                        .add(item.getName() + "=" + module.getInput(item.getName()));
            }
        }
        own.addAll(shared);
        return String.join(", ", own);
    }

    private static List<String> choices(String key) {
        return items(SegmentEverything.class).stream()
                .filter(item -> item.getName().equals(key))
                .flatMap(item -> item.getChoices().stream())
                .map(String::valueOf)
                .toList();
    }

    private static List<String> texts(Enum<?>... constants) {
        return Arrays.stream(constants).map(Choices::text).toList();
    }

    private static List<ModuleItem<?>> items(Class<? extends NetworkCommand> type) {
        List<ModuleItem<?>> items = new ArrayList<>();
        try (Context context = new Context(CommandService.class)) {
            CommandInfo info = context.service(CommandService.class).getCommand(type);
            for (ModuleItem<?> item : info.inputs()) {
                if (item.getType() != Button.class
                        && item.getType() != Context.class
                        && item.getVisibility() != ItemVisibility.INVISIBLE) {
                    items.add(item);
                }
            }
        }
        return items;
    }
}
