package sc.fiji.fastsam.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AheadTest {

    @Test
    void theWorkIsDoneOnceWhoeverDoesIt() {
        AtomicInteger done = new AtomicInteger();
        List<Ahead<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(Ahead.of(done::incrementAndGet));
        }
        assertEquals(5050, all.stream().mapToInt(Ahead::get).sum());
        assertEquals(100, done.get());
    }

    @Test
    void whatTheWorkThrowsIsThrownAsItIs() {
        IllegalStateException failure = new IllegalStateException("no");
        Ahead<String> ahead =
                Ahead.of(
                        () -> {
                            throw failure;
                        });
        assertSame(failure, assertThrows(IllegalStateException.class, ahead::get));
        OutOfMemoryError full = new OutOfMemoryError("full");
        Ahead<String> second =
                Ahead.of(
                        () -> {
                            throw full;
                        });
        assertSame(full, assertThrows(OutOfMemoryError.class, second::get));
    }

    @Test
    void anInterruptStaysAndTheResultComes() {
        Ahead<String> ahead = Ahead.of(() -> "done");
        Thread.currentThread().interrupt();
        assertEquals("done", ahead.get());
        assertTrue(Thread.interrupted());
    }
}
