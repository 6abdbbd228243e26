package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scijava.module.DefaultMutableModuleInfo;
import org.scijava.module.DefaultMutableModuleItem;
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
}
