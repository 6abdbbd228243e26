package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexRangeTest {

    @Test
    void numbersAndRangesAreAscendingAndEachOnce() {
        IndexRange range = IndexRange.parse(" 7-9, 1 ,8-10,1").orElseThrow();
        assertEquals(List.of(1, 7, 8, 9, 10), range.in(3, 12));
        assertEquals("1,7,8,9,10", range.toString());
        assertEquals(
                List.of(999_999, 1_000_000),
                IndexRange.parse("999999-1000000").orElseThrow().in(1, 1));
    }

    @Test
    void allIsAsManyAsThereAreAndShownIsTheOneThatIsShown() {
        assertEquals(List.of(1, 2, 3), IndexRange.parse("ALL").orElseThrow().in(2, 3));
        assertEquals(List.of(2), IndexRange.parse("shown").orElseThrow().in(2, 3));
    }

    @Test
    void onlyOneNumberOrWhatIsShownIsSingle() {
        assertTrue(IndexRange.of(12).isSingle());
        assertTrue(IndexRange.SHOWN.isSingle());
        assertFalse(IndexRange.ALL.isSingle());
        assertFalse(IndexRange.parse("1,2").orElseThrow().isSingle());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "3-1", "1,,2", "1.5", "two", "1-1000001", "9999999999"})
    void otherTextIsRefusedWithTheKeyAndTheText(String text) {
        assertEquals(Optional.empty(), IndexRange.parse(text));
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> ImageKeys.FRAMES.parse(text));
        assertEquals(
                "frames must be \"all\", \"shown\", or numbers from 1 on and ranges of them with commas"
                        + " between, as 1,4,7-9, but was \""
                        + text
                        + "\".",
                e.getMessage());
    }
}
