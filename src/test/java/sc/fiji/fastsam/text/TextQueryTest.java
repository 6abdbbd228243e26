package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.Settings;

class TextQueryTest {

    private static void refused(String part, Executable query) {
        String message = assertThrows(IllegalArgumentException.class, query).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void partsWordsAtSemicolonsAndKeepsTheirOrderAndSpelling() {
        TextQuery query = TextQuery.of(" Round bright nucleus ;elongated cell;; elongated cell;");
        assertEquals(List.of("Round bright nucleus", "elongated cell"), query.words());
        assertEquals(List.of(), query.not());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ";;; ", "\u0000;\ufeff", "\n\t"})
    void refusesATextThatSaysNothing(String text) {
        refused("text must say what to look for", () -> TextQuery.of(text));
    }

    /** NB: points and boxes alone would pass over it. */
    @ParameterizedTest
    @ValueSource(strings = {"not=debris", "top=3", "min_similarity=0.2"})
    void refusesWhatIsSaidOfWordsWhereThereIsNone(String setting) {
        Settings settings = Settings.parse("points=1,2 " + setting, PromptKeys.all(), "");
        String key = setting.substring(0, setting.indexOf('='));
        refused(key + " is about what text finds", () -> TextQuery.of(settings));
        assertTrue(TextQuery.of(settings.with(PromptKeys.TEXT, "cell")).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"🦠", "תא", "نواة", "xqzzt", "<|endoftext|>", "?"})
    void takesAnyScriptAndAnyWord(String text) {
        assertEquals(List.of(text), TextQuery.of(text).words());
    }

    @Test
    void takesTenThousandLettersAndRefusesAHundredThousandAndOne() {
        assertEquals(1, TextQuery.of("a".repeat(10_000)).words().size());
        refused(
                "at most 100000 letters, but one has 100001",
                () -> TextQuery.of("a".repeat(100_001)));
    }

    @Test
    void refusesAWordThatIsWantedAndNotWanted() {
        refused("\"debris\" is in text and in not", () -> TextQuery.of("debris").withNot("debris"));
    }

    @Test
    void refusesMoreThanAHundredWords() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            text.append("w").append(i).append(';');
        }
        refused("at most 100 words together, but have 101", () -> TextQuery.of(text.toString()));
    }

    @Test
    void refusesNumbersOutOfRange() {
        TextQuery query = TextQuery.of("cell");
        refused("top must be 0 or more, but was -1", () -> query.withTop(-1));
        refused("min_similarity must lie between -1 and 1", () -> query.withMinSimilarity(1.5));
        refused("but was NaN", () -> query.withMinSimilarity(Double.NaN));
    }

    @Test
    void putsAWordIntoEverySentence() {
        assertEquals(
                List.of(
                        "a photo of $1 \\ {",
                        "a close-up photo of $1 \\ {",
                        "a cropped photo of $1 \\ {"),
                TextTemplates.PHOTO.fill("$1 \\ {"));
    }
}
