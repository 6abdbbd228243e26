package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.testing.Drawn;

class RunListTest {

    @Test
    void aMaskHasThePixelsOfAllRunsInWhateverOrder() {
        RunList runs = new RunList();
        runs.add(4, 7, 8);
        runs.add(3, 5, 8);
        runs.add(4, 5, 6);
        assertEquals(Drawn.mask(5, 3, "###", "#.#"), runs.toMask());
    }

    @Test
    void moreRunsThanItBeganWithAreKept() {
        RunList runs = new RunList();
        for (int y = 0; y < 100; y++) {
            runs.add(y, 60, 70);
        }
        assertEquals(1000, runs.toMask().area());
    }

    @Test
    void ofNoRunsAMaskIsEmpty() {
        assertTrue(new RunList().toMask().isEmpty());
    }
}
