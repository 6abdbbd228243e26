package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
