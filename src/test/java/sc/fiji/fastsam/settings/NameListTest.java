package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameListTest {

    private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");
    private static final List<String> MANY =
            IntStream.rangeClosed(1, 16_000).mapToObj(i -> "point" + i).toList();

    @Test
    void upToFiveNamesAreAllThere() {
        assertEquals("a, b, c, d, e", NameList.text(FIVE));
        assertEquals(
                "no match for a, b, c, d, e",
                NameList.text("no match for ", FIVE, "prompts", "in the table"));
    }

    @Test
    void ofMoreTheFirstThreeAndTheirNumber() {
        assertEquals("point1, point2, point3 and 15997 more", NameList.text(MANY));
        assertEquals(
                "no match for 16000 prompts, the first: point1, point2, point3; all in the table",
                NameList.text("no match for ", MANY, "prompts", "in the table"));
    }
}
