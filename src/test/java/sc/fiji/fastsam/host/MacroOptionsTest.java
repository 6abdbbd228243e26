package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MacroOptionsTest {

    @Test
    void keysAreLowerCaseAndKeepTheirOrder() {
        MacroOptions options = MacroOptions.parse("Rois=true diameter=12.5 ");
        assertEquals(List.of("rois", "diameter"), List.copyOf(options.values().keySet()));
        assertEquals("12.5", options.values().get("diameter"));
    }

    @Test
    void aKeyThatEndsLikeAnotherIsNotTakenForIt() {
        assertEquals(Map.of("mask_iou", "0.5"), MacroOptions.parse("mask_iou=0.5").values());
    }

    @Test
    void bracketsHoldWordsAndInnerBrackets() {
        MacroOptions options =
                MacroOptions.parse("stack=[whole stack] model=[/a b/c[1].onnx] x=[]");
        assertEquals("whole stack", options.values().get("stack"));
        assertEquals("/a b/c[1].onnx", options.values().get("model"));
        assertEquals("", options.values().get("x"));
    }

    @Test
    void aBareFlagIsTrue() {
        assertEquals(Map.of("labels", "true", "rois", "false"), parsed("labels rois=false"));
    }

    @Test
    void nothingMeansNoOptions() {
        assertTrue(MacroOptions.parse("  ").isEmpty());
    }

    @Test
    void anOpenBracketIsAnErrorThatNamesTheKey() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> parsed("stack=[whole"));
        assertTrue(e.getMessage().contains("stack="), e.getMessage());
    }

    @Test
    void aKeyGivenTwiceIsAnError() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> parsed("iou=1 iou=2"));
        assertTrue(e.getMessage().contains("\"iou\" was given twice"), e.getMessage());
    }

    private static Map<String, String> parsed(String text) {
        return MacroOptions.parse(text).values();
    }
}
