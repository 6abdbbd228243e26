package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.SettingKeys;

/** Keys and defaults are a contract: macros that users have written stand on them. */
class MacroKeysTest {

    private static final String SHARED =
            "iou=0.6, mask_iou=0.5, max_area=0.0, max_objects=0, sizes=auto, nested=all,"
                    + " overlap=smallest on top, smooth=false, channel=-1, image_size=0, stain=none, contrast=percentiles,"
                    + " low_percentile=0.1, high_percentile=99.9, slices=shown, frames=shown,"
                    + " link=none, max_gap=1, measure_channels=shown, measure_ring=0, table_name=Results,"
                    + " summary_name=FastSAM Summary,"
                    + " device=auto, threads=0, model=null, gpu_natives=null";

    @Test
    void theKeysOfSegmentEverythingAreFrozen() throws Exception {
        assertEquals(
                "input=null, diameter=0.0, diameter_unit=pixels, confidence=0.0, min_area=0.0,"
                        + " exclude_border=false, stack=current plane, region=true, labels=true, parents=false,"
                        + " rois=true, replace_own=false, overlay=false, overlay_copy=false,"
                        + " table=false, summary=false, "
                        + SHARED,
                keys(SegmentEverything.class));
    }

    @Test
    void theKeysOfSegmentSelectionAreFrozen() throws Exception {
        assertEquals(
                "points=, background=, boxes=, text=, not=, top=0, min_similarity=-1.0,"
                        + " clip=null, points_mode=separately, point_rule=best score,"
                        + " box_rule=box iou, min_box_iou=0.1, second_look=true, min_area=0.0,"
                        + " exclude_border=false, input=null, source=selection, diameter=0.0,"
                        + " diameter_unit=pixels, confidence=0.0, stack=current plane,"
                        + " labels=true, rois=true, replace_own=false, replace=false,"
                        + " overlay=false, show_prompts=false, table=false, summary=false, "
                        + SHARED,
                keys(SegmentSelection.class));
    }

    @Test
    void noValueIsRememberedAndAllAreExplained() {
        for (ModuleItem<?> item : all()) {
            assertFalse(item.isPersisted(), item.getName());
            assertFalse(item.getDescription().isEmpty(), item.getName());
            assertFalse(item.getLabel().isEmpty(), item.getName());
            assertTrue(item.getDescription().length() <= 90, item.getName());
            assertTrue(item.getName().matches("[a-z]+(_[a-z]+)*"), item.getName());
        }
    }

    @Test
    void theFormsSayWhatTheDeclarationsSay() {
        for (ModuleItem<?> item : all()) {
            if (item.getName().equals("input")) {
                continue;
            }
            Setting<?> setting = SettingKeys.of(item.getName());
            assertEquals(setting.label(), item.getLabel());
            assertEquals(setting.help(), item.getDescription(), setting.label());
            assertEquals(choices(setting), choices(item), setting.label());
            assertEquals(limit(setting.range().smallest()), limit(item.getMinimumValue()));
            assertEquals(limit(setting.range().high()), limit(item.getMaximumValue()));
        }
    }

    @Test
    void theDefaultsOfTheFormsAreThoseOfTheDeclarations() throws Exception {
        for (var type : List.of(SegmentEverything.class, SegmentSelection.class)) {
            try (Context context = new Context(CommandService.class)) {
                var module = context.service(CommandService.class).getCommand(type).createModule();
                for (ModuleItem<?> item : items(type)) {
                    Object value = module.getInput(item.getName());
                    if (value != null) {
                        Setting<?> setting = SettingKeys.of(item.getName());
                        assertEquals(setting.standard(), setting.parse(value.toString()));
                    }
                }
            }
        }
    }

    @Test
    void everySettingIsInAForm() {
        List<String> keys = all().stream().map(ModuleItem::getName).toList();
        for (Setting<?> setting : SettingKeys.all()) {
            assertTrue(keys.contains(setting.key()), setting.key());
        }
    }

    /** NB: dialogs offer the usual units only. */
    private static List<String> choices(Setting<?> setting) {
        return setting == SegmentationKeys.DIAMETER_UNIT
                ? List.of("pixels", "calibrated", "nm", "um", "mm")
                : setting.choices();
    }

    private static List<String> choices(ModuleItem<?> item) {
        return item.getChoices() == null
                ? List.of()
                : item.getChoices().stream().map(String::valueOf).toList();
    }

    private static double limit(Object value) {
        double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    private static List<ModuleItem<?>> all() {
        List<ModuleItem<?>> all = new ArrayList<>(items(SegmentEverything.class));
        all.addAll(items(SegmentSelection.class));
        return all;
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

    private static List<ModuleItem<?>> items(Class<? extends NetworkCommand> type) {
        List<ModuleItem<?>> items = new ArrayList<>();
        try (Context context = new Context(CommandService.class)) {
            CommandInfo info = context.service(CommandService.class).getCommand(type);
            for (ModuleItem<?> item : info.inputs()) {
                if (item.getType() != Button.class
                        && item.getType() != Context.class
                        && item.getVisibility() != ItemVisibility.MESSAGE
                        && item.getVisibility() != ItemVisibility.INVISIBLE) {
                    items.add(item);
                }
            }
        }
        return items;
    }
}
