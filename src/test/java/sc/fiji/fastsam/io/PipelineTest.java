package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PipelineTest {

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
        IllegalStateException thrown =
                assertThrows(
                        IllegalStateException.class,
                        () -> Pipeline.make(100, 8, n -> failAt(2, n, failure), n -> {}));
        assertSame(failure, thrown);
        assertEquals(0, running.get());
        int then = begun.get();
        assertTrue(then <= 10, then + " begun");
    }

    @Test
    void whatTheConsumerThrowsLikewise() {
        IllegalStateException failure = new IllegalStateException("enough");
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Pipeline.make(
                                        100,
                                        8,
                                        n -> failAt(-1, n, failure),
                                        n -> {
                                            throw failure;
                                        })));
        assertEquals(0, running.get());
        assertTrue(begun.get() <= 8, begun + " begun");
    }

    private int failAt(int failing, int number, RuntimeException failure) {
        begun.incrementAndGet();
        running.incrementAndGet();
        try {
            Thread.sleep(2);
            if (number == failing) {
                throw failure;
            }
            return number;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            running.decrementAndGet();
        }
    }
}
