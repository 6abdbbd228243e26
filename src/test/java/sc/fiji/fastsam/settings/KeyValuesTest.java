package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What macros may write is in MacroOptionsTest. */
class KeyValuesTest {

    @ParameterizedTest
    @CsvSource({
        "12.5, key=12.5",
        "two words, key=[two words]",
        "'', key=[]",
        "[x, key=[[x]",
        "&name, key=[&name]",
        "a/b[1].onnx, key=a/b[1].onnx"
    })
    void valuesThatNeedItStandInBrackets(String value, String text) {
        assertEquals(text, KeyValues.text("key", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "two words", "", "'x", "a[1] b", "120,88; 301,40"})
    void whatIsWrittenIsReadBack(String value) {
        String text = KeyValues.text("key", value) + " other=1";
        assertEquals(Map.of("key", value, "other", "1"), KeyValues.parse(text));
    }
}
