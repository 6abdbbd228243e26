package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private int running;
    private int most;

    @Test
    void oneRunGoesOnAtATime() {
        Turns turns = new Turns(1);
        int sum =
                IntStream.range(0, 200)
                        .parallel()
                        .map(i -> turns.take(1, () -> false, () -> counted(i)))
                        .sum();
        assertEquals(199 * 100, sum);
        assertEquals(1, most);
    }

    private int counted(int result) {
        most = Math.max(most, ++running);
        running--;
        return result;
    }

    @Test
    void whoeverWaitsForATurnCanCancel() {
        Turns turns = new Turns(1);
        turns.take(
                1,
                () -> false,
                () ->
                        assertThrows(
                                CancellationException.class,
                                () -> turns.take(1, () -> true, () -> "never")));
        assertEquals("free", turns.take(1, () -> false, () -> "free"));
    }

    @Test
    void aRunThatFailsEndsItsTurn() {
        Turns turns = new Turns(1);
        assertThrows(
                IllegalStateException.class,
                () ->
                        turns.take(
                                1,
                                () -> false,
                                () -> {
                                    throw new IllegalStateException();
                                }));
        assertEquals("free", turns.take(1, () -> false, () -> "free"));
    }

    @Test
    void theLeastRankIsNext() throws Exception {
        Turns turns = new Turns(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread first = waiting(turns, order, 1, "first");
        Thread second = waiting(turns, order, 2, "second");
        turns.take(
                1,
                () -> false,
                () -> {
                    // NB: the later one asks first.
                    startAndAwaitWaiting(second);
                    startAndAwaitWaiting(first);
                    return 0;
                });
        first.join();
        second.join();
        assertEquals(List.of("first", "second"), order);
    }

    private static Thread waiting(Turns turns, List<String> order, long rank, String name) {
        return new Thread(() -> turns.take(rank, () -> false, () -> order.add(name)));
    }

    @Test
    void thePlaneWhoseThreadWasMadeFirstHasTheLesserRank() throws Exception {
        long[] ranks = new long[2];
        Thread first = new Thread(() -> ranks[0] = Turns.rank());
        Thread second = new Thread(() -> ranks[1] = Turns.rank());
        second.start();
        first.start();
        first.join();
        second.join();
        assertTrue(ranks[0] < ranks[1], ranks[0] + ", " + ranks[1]);
    }

    private static void startAndAwaitWaiting(Thread thread) {
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
