package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexRangeTest {

    @Test
    void numbersAndRangesAreAscendingAndEachOnce() {
        IndexRange range = IndexRange.parse("slices", " 7-9, 1 ,8-10,1");
        assertEquals(List.of(1, 7, 8, 9, 10), range.in(3, 12));
        assertEquals("1,7,8,9,10", range.toString());
    }

    @Test
    void allIsAsManyAsThereAreAndShownIsTheOneThatIsShown() {
        assertEquals(List.of(1, 2, 3), IndexRange.parse("slices", "ALL").in(2, 3));
        assertEquals(List.of(2), IndexRange.parse("slices", "shown").in(2, 3));
    }

    @Test
    void onlyOneNumberOrWhatIsShownIsSingle() {
        assertTrue(IndexRange.of(12).isSingle());
        assertTrue(IndexRange.SHOWN.isSingle());
        assertFalse(IndexRange.ALL.isSingle());
        assertFalse(IndexRange.parse("slices", "1,2").isSingle());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "3-1", "1,,2", "1.5", "two", "1-1000001", "9999999999"})
    void otherTextIsRefusedWithTheKeyAndTheText(String text) {
        Exception e =
                assertThrows(
                        IllegalArgumentException.class, () -> IndexRange.parse("frames", text));
        assertEquals(
                "frames must be \"all\", or numbers from 1 on and ranges of them with commas"
                        + " between, as 1,4,7-9, but was \""
                        + text
                        + "\".",
                e.getMessage());
    }
}
