package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
                        .map(i -> turns.take(() -> false, () -> counted(i)))
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
                () -> false,
                () ->
                        assertThrows(
                                CancellationException.class,
                                () -> turns.take(() -> true, () -> "never")));
        assertEquals("free", turns.take(() -> false, () -> "free"));
    }

    @Test
    void aRunThatFailsEndsItsTurn() {
        Turns turns = new Turns(1);
        assertThrows(
                IllegalStateException.class,
                () ->
                        turns.take(
                                () -> false,
                                () -> {
                                    throw new IllegalStateException();
                                }));
        assertEquals("free", turns.take(() -> false, () -> "free"));
    }

    @Test
    void theThreadThatWasMadeFirstIsNext() throws Exception {
        Turns turns = new Turns(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread first = waiting(turns, order, "first");
        Thread second = waiting(turns, order, "second");
        turns.take(
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

    private static Thread waiting(Turns turns, List<String> order, String name) {
        return new Thread(() -> turns.take(() -> false, () -> order.add(name)));
    }

    private static void startAndAwaitWaiting(Thread thread) {
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
