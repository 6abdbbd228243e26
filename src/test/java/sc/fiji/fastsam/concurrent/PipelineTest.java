package sc.fiji.fastsam.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private final Thread caller = Thread.currentThread();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();

    @Test
    void allAreMadeOnceAndComeInOrder() {
        List<Integer> got = new ArrayList<>();
        Pipeline.make(200, 3, this::counted, got::add);
        assertEquals(IntStream.range(0, 200).boxed().toList(), got);
        assertEquals(200, begun.get());
    }

    private int counted(int number) {
        begun.incrementAndGet();
        return number;
    }

    @Test
    void noMoreAreMadeThanMayWait() {
        Pipeline.make(
                50,
                4,
                this::counted,
                number -> assertTrue(begun.get() <= number + 4, begun + " at " + number));
    }

    @Test
    void theCallingThreadHelpsAndSoTwoAreMadeAtATime() {
        CountDownLatch both = new CountDownLatch(2);
        Pipeline.make(
                2,
                2,
                number -> {
                    both.countDown();
                    return await(both);
                },
                met -> assertTrue(met, "each was made alone"));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneAloneIsMadeByTheCallingThread() {
        List<Thread> threads = new ArrayList<>();
        Pipeline.make(1, 5, number -> Thread.currentThread(), threads::add);
        assertEquals(List.of(Thread.currentThread()), threads);
    }

    @Test
    void whatTheWorkThrowsComesWhenNothingIsMadeAnyMore() {
        IllegalStateException failure = new IllegalStateException("third");
        CountDownLatch fourth = new CountDownLatch(1);
        assertThrown(
                failure,
                number -> {
                    if (number == 2) {
                        assertTrue(await(fourth), "nothing is made beside the third");
                        throw failure;
                    }
                    if (number == 3) {
                        fourth.countDown();
                        goOnUntilAwaited();
                    }
                    return number;
                },
                number -> {});
        assertTrue(begun.get() <= 10, begun + " begun");
    }

    @Test
    void whatTheConsumerThrowsLikewise() {
        IllegalStateException failure = new IllegalStateException("enough");
        assertThrown(
                failure,
                number -> {
                    if (number > 0) {
                        goOnUntilAwaited();
                    }
                    return number;
                },
                number -> {
                    throw failure;
                });
        assertTrue(begun.get() <= 8, begun + " begun");
    }

    /** Of a hundred things, eight at a time: fails so, and nothing goes on afterwards. */
    private void assertThrown(
            RuntimeException failure, IntFunction<Integer> work, Consumer<Integer> consumer) {
        RuntimeException thrown =
                assertThrows(
                        failure.getClass(),
                        () -> Pipeline.make(100, 8, number -> running(work, number), consumer));
        assertSame(failure, thrown);
        assertEquals(0, running.get());
    }

    private int running(IntFunction<Integer> work, int number) {
        begun.incrementAndGet();
        running.incrementAndGet();
        try {
            return work.apply(number);
        } finally {
            running.decrementAndGet();
        }
    }

    /** On a thread of Java's: until the calling one has nothing else to do than to wait. */
    private void goOnUntilAwaited() {
        while (Thread.currentThread() != caller && caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
