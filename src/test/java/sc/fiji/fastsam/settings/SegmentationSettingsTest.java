package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SegmentationSettingsTest {

    private final SegmentationSettings settings = SegmentationSettings.defaults();

    @Test
    void eachWithChangesOneValueAndKeepsTheOthers() {
        SegmentationSettings changed =
                settings.withConfidence(0.5)
                        .withIou(0.6)
                        .withMaxObjects(7)
                        .withDiameter(12.5)
                        .withImageSize(640)
                        .withArea(3, 9)
                        .withExcludeBorder(true)
                        .withSmooth(true);
        assertEquals(new DetectionSettings(0.5, 0.6, 7), changed.detection());
        assertEquals(new ScaleSettings(12.5, 640), changed.scale());
        assertEquals(new ObjectSettings(0.7, 3, 9, true, true, Nested.ALL), changed.objects());
        assertEquals(InputSettings.DEFAULT, changed.input());
        assertEquals(SegmentationSettings.defaults(), settings);
    }

    @Test
    void aValueOutOfRangeIsNamedWithItsRange() {
        assertMessage(
                "confidence must lie between 0 and 1, but was 1.5.",
                () -> settings.withConfidence(1.5));
        assertMessage(
                "iou must lie between 0 and 1, but was NaN.", () -> settings.withIou(Double.NaN));
        assertMessage(
                "max_objects must be 0 or more, but was -1.", () -> settings.withMaxObjects(-1));
        assertMessage(
                "image_size (other than 0) must lie between 32 and 32768, but was 31.",
                () -> settings.withImageSize(31));
        assertMessage(
                "diameter must lie between 0 and 1000000, but was -2.",
                () -> settings.withDiameter(-2));
        assertMessage(
                "min_area must not exceed max_area, but they were 9.0 and 3.0.",
                () -> settings.withArea(9, 3));
    }

    @Test
    void percentilesMustBeInOrder() {
        assertMessage(
                "low_percentile must be below high_percentile, but they were 50.0 and 50.0.",
                () -> new InputSettings(Contrast.PERCENTILES, 50, 50));
    }

    private static void assertMessage(String expected, Executable change) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, change).getMessage());
    }
}
