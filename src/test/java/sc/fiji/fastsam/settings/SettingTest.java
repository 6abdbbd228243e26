package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingTest {

    @Test
    void choicesAreWrittenInLowerCaseWithWordsApart() {
        assertEquals(
                List.of("smallest on top", "highest score on top", "largest on top"),
                OutputKeys.OVERLAP.choices());
        assertEquals("smallest on top", OutputKeys.OVERLAP.standardText());
    }

    @Test
    void choicesAreReadInAnyCaseAndHoweverWordsAreJoined() {
        for (String text : List.of("largest on top", "Largest-on_top ", "LARGEST_ON_TOP")) {
            assertSame(OverlapRule.LARGEST_ON_TOP, OutputKeys.OVERLAP.parse(text));
        }
    }

    @Test
    void whatIsNoValueIsNamedWithWhatItMustBe() {
        assertFails(
                "nested must be one of all, outer, inner, but was \"both\".",
                SegmentationKeys.NESTED,
                "both");
        assertFails(
                "max_objects must be a whole number, but was \"2.5\".",
                SegmentationKeys.MAX_OBJECTS,
                "2.5");
        assertFails("iou must be a number, but was \"x\".", SegmentationKeys.IOU, "x");
        assertFails("iou must be a number, but was \"\".", SegmentationKeys.IOU, "");
        assertFails("rois must be true or false, but was \"maybe\".", OutputKeys.ROIS, "maybe");
    }

    @Test
    void whatIsOutOfRangeIsNamedWithTheRange() {
        assertFails("iou must lie between 0 and 1, but was 1.5.", SegmentationKeys.IOU, "1.5");
        assertFails("iou must lie between 0 and 1, but was NaN.", SegmentationKeys.IOU, "NaN");
        assertFails("min_area must be 0 or more, but was -2.", SegmentationKeys.MIN_AREA, "-2");
        assertFails(
                "image_size (other than 0) must lie between 32 and 32768, but was 31.",
                SegmentationKeys.IMAGE_SIZE,
                "31");
        assertEquals(0, SegmentationKeys.IMAGE_SIZE.parse("0"));
        assertEquals(640, SegmentationKeys.IMAGE_SIZE.parse("640.0"));
    }

    @Test
    void messagesNameASettingAsTheUserDoes() {
        assertFails(
                "--min-box-iou must lie between 0 and 1, but was 2.",
                PromptKeys.MIN_BOX_IOU.asOption(),
                "2");
        assertFails(
                "--overlap-rule must be one of smallest-on-top, highest-score-on-top,"
                        + " largest-on-top, but was \"a\".",
                OutputKeys.OVERLAP.asOption(),
                "a");
    }

    /** NB: "text=[a] b]" would be read back as "a". */
    @Test
    void aTextWithHalfAPairOfBracketsIsRefused() {
        for (String text : List.of("a] b", "[a", "a ][ b")) {
            assertFails(
                    "text has a bracket without its other half: \""
                            + text
                            + "\". Add a [ or ], or take the bracket out.",
                    PromptKeys.TEXT,
                    text);
        }
        assertEquals("a[1] [b [c]]", PromptKeys.TEXT.parse("a[1] [b [c]]"));
    }

    @Test
    void aPathWithHalfAPairOfBracketsIsReadBack() {
        for (String path : List.of("/my [dir/x.onnx", "/my dir]/x y.onnx", "/a[b/x.onnx")) {
            Settings settings = Settings.DEFAULT.withText(NetworkKeys.MODEL, path);
            assertEquals(settings, Settings.parse(settings.toString()));
        }
        assertFails(
                "model has a bracket without its other half and a quotation mark ': \"/Ann's"
                        + " [dir/x.onnx\". Rename the file or folder.",
                NetworkKeys.MODEL,
                "/Ann's [dir/x.onnx");
        assertEquals(Optional.of(Path.of("/Ann's")), NetworkKeys.MODEL.parse("/Ann's"));
    }

    @Test
    void noPathIsNothing() {
        assertEquals(Optional.empty(), NetworkKeys.MODEL.parse(" "));
        assertEquals(Optional.of(Path.of("a b", "c.onnx")), NetworkKeys.MODEL.parse("a b/c.onnx"));
        assertEquals("a b/c.onnx", NetworkKeys.MODEL.text(Optional.of(Path.of("a b", "c.onnx"))));
    }

    @Test
    void everySettingIsExplainedInALineAndItsDefaultIsAValue() {
        for (Setting<?> setting : SettingKeys.all()) {
            assertTrue(setting.key().matches("[a-z]+(_[a-z]+)*"), setting.key());
            assertTrue(setting.help().matches(".{20,90}"), setting.help());
            assertTrue(setting.help().endsWith("."), setting.help());
            assertEquals(setting.standard(), setting.parse(setting.standardText()));
        }
    }

    @Test
    void noTwoSettingsShareAKeyOrAnOption() {
        List<String> keys = SettingKeys.all().stream().map(Setting::key).toList();
        assertEquals(keys.size(), new HashSet<>(keys).size());
        List<String> options =
                SettingKeys.all().stream().flatMap(setting -> setting.option().stream()).toList();
        assertEquals(options.size(), new HashSet<>(options).size());
    }

    private static void assertFails(String message, Setting<?> setting, String text) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> setting.parse(text));
        assertEquals(message, e.getMessage());
    }
}
