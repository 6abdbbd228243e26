package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.concurrent.Uninterrupted;

/**
 * The work on one file, on a thread of its own, so that the run goes on even where a library never
 * comes back: when the user cancels, the calling thread is interrupted or the file's time is over,
 * the work is asked to end, and left behind if it does not. What was left behind writes nothing.
 */
final class FileRun implements Progress {

    private static final int POLL_MILLIS = 50;

    /** How long work may go on after it was asked to end. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

    private final Progress user;
    private final Optional<Duration> timeout;
    private final long begin = System.nanoTime();
    private final AtomicBoolean decided = new AtomicBoolean();
    private volatile boolean interrupted;

    /** When the work was asked to end, in nanoseconds; 0 before. */
    private long asked;

    FileRun(Progress user, Optional<Duration> timeout) {
        this.user = user;
        this.timeout = timeout;
    }

    @Override
    public void update(long done, long total, String task) {
        if (!decided.get()) {
            user.update(done, total, task);
        }
    }

    @Override
    public boolean isCanceled() {
        return interrupted || isOver() || user.isCanceled();
    }

    /**
     * To be called by the work before its results get their names: from then on it is not left
     * behind.
     *
     * @throws CancellationException if it was left behind
     */
    void beforeCommit() {
        if (!decided.compareAndSet(false, true)) {
            throw new CancellationException("Left behind.");
        }
    }

    /**
     * Does the work.
     *
     * @param failed an outcome from a failure
     * @param canceled the outcome of work that the user, or an interrupt, ended
     */
    FileOutcome run(
            Callable<FileOutcome> work,
            Function<Throwable, FileOutcome> failed,
            FileOutcome canceled) {
        CountDownLatch done = new CountDownLatch(1);
        FutureTask<FileOutcome> task =
                new FutureTask<>(work) {
                    @Override
                    protected void done() {
                        done.countDown();
                    }
                };
        Thread thread = new Thread(task, "fastsam-file");
        thread.setDaemon(true);
        thread.start();
        try {
            return Uninterrupted.await(() -> await(task, done), () -> interrupted = true)
                    .orElseGet(() -> ended(failed, canceled));
        } catch (ExecutionException e) {
            return e.getCause() instanceof CancellationException || interrupted
                    ? ended(failed, canceled)
                    : failed.apply(e.getCause());
        }
    }

    private FileOutcome ended(Function<Throwable, FileOutcome> failed, FileOutcome canceled) {
        return isOver() ? failed.apply(tooLong()) : canceled;
    }

    /** What the work gave; nothing if it was left behind. */
    private Optional<FileOutcome> await(FutureTask<FileOutcome> task, CountDownLatch done)
            throws InterruptedException, ExecutionException {
        // NB: by the latch, as the task's own way to say "not yet" costs an exception.
        while (!done.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            asked = asked == 0 && isCanceled() ? System.nanoTime() : asked;
            boolean late = asked != 0 && System.nanoTime() - asked > GRACE_NANOS;
            if (late && decided.compareAndSet(false, true)) {
                return Optional.empty();
            }
        }
        return Optional.of(task.get());
    }

    private boolean isOver() {
        return timeout.isPresent() && System.nanoTime() - begin > timeout.get().toNanos();
    }

    private IOException tooLong() {
        return new IOException(
                String.format(
                        Locale.ROOT,
                        "took longer than the %s s that a file may take, and was given up. Allow"
                                + " more with --timeout.",
                        BigDecimal.valueOf(timeout.orElseThrow().toMillis(), 3)
                                .stripTrailingZeros()
                                .toPlainString()));
    }
}
