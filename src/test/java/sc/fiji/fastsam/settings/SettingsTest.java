package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void whatIsLeftOutHasItsDefault() {
        Settings settings = Settings.parse("diameter=30 min_area=20");
        assertEquals(30, settings.get(SegmentationKeys.DIAMETER));
        assertEquals(20, settings.get(SegmentationKeys.MIN_AREA));
        assertEquals(0.0, settings.get(SegmentationKeys.CONFIDENCE));
        assertEquals(Settings.DEFAULT, Settings.parse(" "));
    }

    @Test
    void wordsStandInBracketsAndABareFlagIsTrue() {
        Settings settings = Settings.parse("smooth overlap=[largest on top] points=[1,2; 3,4]");
        assertEquals(true, settings.get(SegmentationKeys.SMOOTH));
        assertEquals(OverlapRule.LARGEST_ON_TOP, settings.get(OutputKeys.OVERLAP));
        assertEquals("1,2; 3,4", settings.get(PromptKeys.POINTS));
    }

    @Test
    void aMisspeltKeyIsAnErrorThatNamesTheNearest() {
        assertTrue(
                message("diametre=30")
                        .startsWith(
                                "There is no setting \"diametre\". Did you mean \"diameter\"? The"
                                        + " settings are: stack, "));
        assertTrue(message("qqqqq=3").startsWith("There is no setting \"qqqqq\". The settings"));
    }

    @Test
    void aKeyGivenTwiceIsAnError() {
        assertEquals(
                "The key \"iou\" was given twice. Leave one of the two out.",
                message("iou=0.5 iou=0.6"));
    }

    @Test
    void aValueThatDoesNotSuitItsKeyIsNamed() {
        assertEquals("iou must lie between 0 and 1, but was 2.", message("iou=2"));
    }

    @Test
    void theTextHoldsOnlyWhatDiffersInDeclaredOrder() {
        assertEquals("", Settings.DEFAULT.toString());
        Settings settings =
                Settings.parse("table rois=true overlap=[largest on top] min_area=9.0 iou=0.6");
        assertEquals("min_area=9 table=true overlap=[largest on top]", settings.toString());
        assertEquals(settings, Settings.parse(settings.toString()));
        assertNotEquals(settings, settings.with(OutputKeys.TABLE, false));
    }

    @Test
    void aChangeLeavesTheOthersAsTheyWere() {
        Settings before = Settings.parse("iou=0.5");
        Settings after = before.with(SegmentationKeys.IOU, 0.7).with(OutputKeys.TABLE, true);
        assertEquals(0.5, before.get(SegmentationKeys.IOU));
        assertNotEquals(before, after);
        assertEquals("iou=0.7 table=true", after.toString());
        assertEquals(Settings.parse("table=true"), after.with(SegmentationKeys.IOU, 0.6));
    }

    private static String message(String text) {
        return assertThrows(IllegalArgumentException.class, () -> Settings.parse(text))
                .getMessage();
    }
}
