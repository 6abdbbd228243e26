package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void insertionDeletionReplacementAndSwapCountOneEach() {
        assertEquals(1, Spelling.distance("iou", "iouu"));
        assertEquals(1, Spelling.distance("rois", "ois"));
        assertEquals(1, Spelling.distance("table", "tadle"));
        assertEquals(1, Spelling.distance("lables", "labels"));
        assertEquals(3, Spelling.distance("", "iou"));
        // Neighbors of which but one is the other's are not swapped.
        assertEquals(2, Spelling.distance("xb", "by"));
        assertEquals(2, Spelling.distance("bx", "yb"));
    }

    @Test
    void theNearestWordIsFound() {
        List<String> keys = List.of("diameter", "confidence", "max_objects");
        assertEquals(Optional.of("confidence"), Spelling.nearest("confidense", keys));
        assertEquals(Optional.of("max_objects"), Spelling.nearest("maxobjects", keys));
    }

    @Test
    void nothingIsNearToAStranger() {
        assertEquals(Optional.empty(), Spelling.nearest("xyz", List.of("diameter", "confidence")));
    }
}
