package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentationSettingsTest {

    private static final SegmentationSettings DEFAULTS = SegmentationSettings.defaults();

    @Test
    void eachChangeLeavesAllElseAsItWas() {
        SegmentationSettings changed =
                DEFAULTS.withDiameter(25)
                        .withConfidence(0.6)
                        .withIou(0.5)
                        .withMaxObjects(9)
                        .withArea(3, 70)
                        .withExcludeBorder(true)
                        .withSmooth(true);
        assertEquals(ScaleSettings.ofDiameter(25), changed.scale());
        assertEquals(new DetectionSettings(0.6, 0.5, 9), changed.detection());
        ObjectSettings before = DEFAULTS.objects();
        assertEquals(
                before.withSmooth(true).withLimits(new ObjectLimits(3, 70, true)),
                changed.objects());
        assertEquals(DEFAULTS.input(), changed.input());
        assertEquals(
                new ScaleSettings(Diameter.inPixels(25), 640), changed.withImageSize(640).scale());
    }

    @Test
    void settingByASettingTheyAreTheSame() {
        assertEquals(Settings.DEFAULT, DEFAULTS.toSettings());
        String text =
                "diameter=8 diameter_unit=um image_size=640 confidence=0.25 iou=0.55 max_objects=17"
                        + " mask_iou=0.8 min_area=12 max_area=3400 nested=inner exclude_border=true"
                        + " smooth=true contrast=display low_percentile=1 high_percentile=98";
        SegmentationSettings changed = SegmentationSettings.of(Settings.parse(text));
        assertEquals(
                new SegmentationSettings(
                        new InputSettings(Contrast.DISPLAY, 1, 98),
                        new ScaleSettings(new Diameter(8, LengthUnit.UM), 640),
                        new DetectionSettings(0.25, 0.55, 17),
                        new ObjectSettings(
                                0.8, Nested.INNER, true, new ObjectLimits(12, 3400, true))),
                changed);
        assertEquals(text, changed.toSettings().toString());
    }

    @Test
    void theDefaultsAreNotChangedByTheirUse() {
        SegmentationSettings before = SegmentationSettings.defaults();
        before.withConfidence(0.9).withSmooth(true);
        assertEquals(DEFAULTS, before);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void valuesOutOfRangeAreRefusedByName(
            String message, UnaryOperator<SegmentationSettings> change) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> change.apply(DEFAULTS));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(
                        "confidence must lie between 0 and 1, but was 1.5",
                        s -> s.withConfidence(1.5)),
                wrong(
                        "confidence must lie between 0 and 1, but was NaN",
                        s -> s.withConfidence(Double.NaN)),
                wrong("iou must lie between 0 and 1, but was -0.1", s -> s.withIou(-0.1)),
                wrong("max_objects must be 0 or more, but was -1", s -> s.withMaxObjects(-1)),
                wrong("min_area must be 0 or more, but was -2", s -> s.withArea(-2, 0)),
                wrong("max_area must be 0 or more, but was -3", s -> s.withArea(0, -3)),
                wrong("min_area must not exceed max_area", s -> s.withArea(5, 4)),
                wrong(
                        "diameter must lie between 0 and 1000000, but was -1",
                        s -> s.withDiameter(-1)),
                wrong(
                        "image_size (other than 0) must lie between 32 and 32768, but was 31",
                        s -> s.withImageSize(31)));
    }

    private static Arguments wrong(String message, UnaryOperator<SegmentationSettings> change) {
        return Arguments.of(message, change);
    }

    @Test
    void percentilesMustBeInOrder() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new InputSettings(Contrast.PERCENTILES, 60, 60));
        assertThrows(
                IllegalArgumentException.class,
                () -> new InputSettings(Contrast.PERCENTILES, -1, 60));
        assertThrows(
                IllegalArgumentException.class,
                () -> new InputSettings(Contrast.PERCENTILES, 1, 100.5));
        assertThrows(NullPointerException.class, () -> new InputSettings(null, 1, 99));
    }

    @Test
    void noGreatestAreaGoesWithAnySmallestArea() {
        assertEquals(500, DEFAULTS.withArea(500, 0).objects().limits().minArea());
    }
}
