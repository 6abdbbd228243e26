package sc.fiji.fastsam.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UninterruptedTest {

    @Test
    void anInterruptIsToldAndTheWaitGoesOnToItsEnd() {
        CountDownLatch end = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        int left =
                Uninterrupted.await(
                        () -> {
                            end.await();
                            return 7;
                        },
                        end::countDown);
        assertEquals(7, left);
        assertEquals(0, end.getCount());
        assertTrue(Thread.interrupted());
    }

    @Test
    void eachInterruptIsToldAndTheThreadIsInterruptedOnlyAfterwards() {
        Deque<Boolean> interrupts = new ArrayDeque<>(List.of(true, true, false));
        Deque<Boolean> told = new ArrayDeque<>();
        Uninterrupted.await(
                () -> {
                    if (interrupts.remove()) {
                        throw new InterruptedException();
                    }
                    return 0;
                },
                () -> told.add(Thread.currentThread().isInterrupted()));
        assertEquals(List.of(false, false), List.copyOf(told));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aWaitThatIsNotInterruptedLeavesTheThreadAsItIs() throws IOException {
        assertEquals("x", Uninterrupted.await(() -> "x"));
        IOException failure = new IOException();
        assertSame(
                failure,
                assertThrows(
                        IOException.class,
                        () ->
                                Uninterrupted.await(
                                        () -> {
                                            throw failure;
                                        })));
        assertFalse(Thread.interrupted());
    }
}
