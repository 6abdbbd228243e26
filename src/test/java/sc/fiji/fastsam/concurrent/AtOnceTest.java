package sc.fiji.fastsam.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AtOnceTest {

    @Test
    void allAreDoneAndTheFirstFailureInTheListIsTold() {
        AtomicInteger done = new AtomicInteger();
        List<AtOnce.Task> tasks =
                List.of(
                        done::incrementAndGet,
                        () -> fail("first"),
                        () -> fail("second"),
                        done::incrementAndGet);
        IOException failure = assertThrows(IOException.class, () -> AtOnce.run(tasks));
        assertEquals("first", failure.getMessage());
        assertEquals(2, done.get());
    }

    @Test
    void othersAreDoneBeforeAnErrorIsTold() {
        AtomicInteger done = new AtomicInteger();
        AtOnce.Task slow =
                () -> {
                    for (long from = System.nanoTime(); System.nanoTime() - from < 50_000_000; ) {
                        Thread.onSpinWait();
                    }
                    done.incrementAndGet();
                };
        AtOnce.Task broken =
                () -> {
                    throw new IllegalStateException("broken");
                };
        List<AtOnce.Task> tasks = List.of(slow, broken, slow, slow);
        assertThrows(IllegalStateException.class, () -> AtOnce.run(tasks));
        assertEquals(3, done.get());
    }

    @Test
    void nothingToDoIsNoFailure() throws IOException {
        AtOnce.run(List.of());
    }

    private static void fail(String message) throws IOException {
        throw new IOException(message);
    }
}
