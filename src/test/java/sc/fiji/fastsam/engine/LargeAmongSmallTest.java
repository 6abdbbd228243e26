package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.FastSam;
import sc.fiji.fastsam.testing.TestImages;

/** Glands, clearly seen, and nuclei, less clearly. */
class LargeAmongSmallTest {

    private static final String SIZES = "sizes = all";

    private static long told(ImageObjects found) {
        return found.notes().stream().filter(note -> note.toString().contains(SIZES)).count();
    }

    @Test
    void whatIsLeftOutAsLessSureIsSaidWithTheWayToGetIt() {
        ImageObjects glands = FastSam.segment(TestImages.tissue(), "");
        assertTrue(glands.count() < 10, "objects: " + glands.count());
        assertEquals(1, told(glands));
    }

    @Test
    void thatWayGivesBoth() {
        ImageObjects both = FastSam.segment(TestImages.tissue(), "sizes=all");
        assertTrue(both.count() > 50, "objects: " + both.count());
        assertEquals(0, told(both));
    }
}
