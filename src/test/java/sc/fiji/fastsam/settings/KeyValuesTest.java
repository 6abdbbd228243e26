package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
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
        "a [b, key='a [b'",
        "[x, key='[x'",
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

    /** NB: the last of the signs is the wide space of Chinese and Japanese text. */
    @Test
    void soIsAnyTextButHalvesOfBracketsBesideAQuotationMark() {
        String signs = "a1='&[]\"\\,;/ \t\n\u00a0\u2028\u3000";
        Random random = new Random(4);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int n = random.nextInt(7); n > 0; n--) {
                value.append(signs.charAt(random.nextInt(signs.length())));
            }
            boolean pairs = KeyValues.hasBracketsInPairs(value.toString());
            if (pairs || value.indexOf("'") < 0) {
                whatIsWrittenIsReadBack(value.toString());
                read++;
            }
        }
        assertTrue(read > 10_000, "" + read);
    }

    @Test
    void quotationMarksOfImageJHoldWordsTogetherIfTheyAreTwo() {
        assertEquals(
                Map.of("a", "two words", "b", "'c", "d", ""),
                KeyValues.parse("a='two words' d='' b='c"));
        assertThrows(IllegalArgumentException.class, () -> KeyValues.parse("a=[two [words]"));
    }
}
