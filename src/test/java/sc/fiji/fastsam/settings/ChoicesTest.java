package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.label.OverlapRule;

class ChoicesTest {

    @Test
    void wordsStandApartInLowerCase() {
        assertEquals("highest score on top", Choices.text(OverlapRule.HIGHEST_SCORE_ON_TOP));
    }

    @Test
    void caseAndJoiningSignsDoNotMatter() {
        OverlapRule rule = OverlapRule.LARGEST_ON_TOP;
        assertSame(rule, Choices.of(OverlapRule.class, "overlap", "Largest-on_top "));
    }

    @Test
    void aStrangerIsAnErrorThatNamesKeyValueAndChoices() {
        Exception e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Choices.of(Nested.class, "nested", "both"));
        assertEquals("nested must be one of all, outer, inner, but was \"both\".", e.getMessage());
    }
}
