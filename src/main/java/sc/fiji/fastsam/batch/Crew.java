package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import sc.fiji.fastsam.concurrent.Thrown;
import sc.fiji.fastsam.concurrent.Uninterrupted;

/**
 * Threads that share a list of jobs: while one waits for a disk or for the network, another works.
 * Jobs are begun in their order. An interrupt of the calling thread is one of all of them.
 */
final class Crew {

    /** A job. */
    @FunctionalInterface
    interface Job {
        /**
         * Does it.
         *
         * @throws IOException if no further job makes sense
         */
        void run(int index) throws IOException;
    }

    private final int jobs;
    private final Job job;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Crew(int jobs, Job job) {
        this.jobs = jobs;
        this.job = job;
    }

    /**
     * Does all jobs; one thread means the calling one.
     *
     * @throws IOException of the first job that failed so; none is begun after it
     */
    static void run(int jobs, int threads, Job job) throws IOException {
        Crew crew = new Crew(jobs, job);
        if (threads <= 1) {
            for (int i = 0; i < jobs; i++) {
                job.run(i);
            }
            return;
        }
        await(crew.start(Math.min(threads, jobs)));
        Throwable failed = crew.failure.get();
        if (failed != null) {
            throw Thrown.again(failed);
        }
    }

    private List<Thread> start(int threads) {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::work, "fastsam-crew-" + i);
            thread.setDaemon(true);
            all.add(thread);
            thread.start();
        }
        return all;
    }

    private void work() {
        try {
            for (int i = next.getAndIncrement(); i < jobs; i = next.getAndIncrement()) {
                job.run(i);
            }
        } catch (IOException | RuntimeException | Error e) {
            // NB: handed on to the calling thread.
            failure.compareAndSet(null, e);
            next.set(jobs);
        }
    }

    private static void await(List<Thread> threads) {
        Uninterrupted.await(() -> join(threads), () -> threads.forEach(Thread::interrupt));
    }

    private static boolean join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        return true;
    }
}
