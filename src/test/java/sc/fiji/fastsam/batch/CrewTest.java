package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final Set<Integer> done = Collections.synchronizedSet(new TreeSet<>());

    @Test
    void eachJobIsDoneOnce() throws Exception {
        List<Integer> all = Collections.synchronizedList(new ArrayList<>());
        Crew.run(50, 3, all::add);
        Collections.sort(all);
        assertEquals(java.util.stream.IntStream.range(0, 50).boxed().toList(), all);
    }

    @Test
    void jobsGoOnAtTheSameTime() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        Crew.run(
                2,
                2,
                i -> {
                    await(both);
                    done.add(i);
                });
        assertEquals(Set.of(0, 1), done);
    }

    @Test
    void oneThreadIsTheCallingOne() throws Exception {
        Thread caller = Thread.currentThread();
        Crew.run(2, 1, i -> assertEquals(caller, Thread.currentThread()));
    }

    @Test
    void aFailureIsTheCallersAndEndsTheRest() {
        IOException failed =
                assertThrows(
                        IOException.class,
                        () ->
                                Crew.run(
                                        1000,
                                        2,
                                        i -> {
                                            throw new IOException("full");
                                        }));
        assertEquals("full", failed.getMessage());
    }

    @Test
    void anInterruptReachesEachJob() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        Thread caller =
                new Thread(
                        () -> {
                            try {
                                Crew.run(2, 2, i -> waitForInterrupt(begun, i));
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                            if (Thread.currentThread().isInterrupted()) {
                                done.add(99);
                            }
                        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertEquals(Set.of(0, 1, 99), done);
    }

    private void waitForInterrupt(CountDownLatch begun, int job) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            done.add(job);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            assertTrue(barrier.await(60, TimeUnit.SECONDS) >= 0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
