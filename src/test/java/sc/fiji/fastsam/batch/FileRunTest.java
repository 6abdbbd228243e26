package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.concurrent.Progress;

class FileRunTest {

    private static final InputFile FILE = new InputFile(Path.of("a.tif"), "a");
    private static final Optional<Duration> SOON = Optional.of(Duration.ofMillis(1500));

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void aReaderThatNeverComesBackIsLeftBehindWhenTheTimeIsOver() {
        FileOutcome outcome = run(new FileRun(Progress.NONE, SOON), this::hang);
        assertEquals(FileStatus.FAILED, outcome.status());
        assertEquals(
                "took longer than the 1.5 s that a file may take, and was given up. Allow more with"
                        + " --timeout.",
                outcome.error());
    }

    @Test
    void aReaderThatNeverComesBackIsLeftBehindWhenTheUserCancels() {
        FileRun run = new FileRun(new Canceled(), Optional.empty());
        assertEquals(FileStatus.CANCELED, run(run, this::hang).status());
        assertThrows(CancellationException.class, run::beforeCommit);
    }

    @Test
    void anInterruptEndsTheWorkAndStaysSet() {
        FileRun run = new FileRun(Progress.NONE, Optional.empty());
        Thread.currentThread().interrupt();
        assertEquals(FileStatus.CANCELED, run(run, () -> untilCanceled(run)).status());
        assertTrue(Thread.interrupted());
    }

    @Test
    void workThatLooksEndsAtOnceWhenTheTimeIsOver() {
        FileRun run = new FileRun(Progress.NONE, Optional.of(Duration.ofMillis(1)));
        FileOutcome outcome = run(run, () -> untilCanceled(run));
        assertTrue(outcome.error().startsWith("took longer than the 0.001 s"), outcome.error());
    }

    @Test
    void whatTheWorkThrowsFailsTheFile() {
        FileOutcome outcome =
                run(
                        new FileRun(Progress.NONE, Optional.empty()),
                        () -> {
                            throw new ArrayIndexOutOfBoundsException("Index 12 out of bounds");
                        });
        assertEquals(
                "unexpected failure: java.lang.ArrayIndexOutOfBoundsException: Index 12 out of"
                        + " bounds. Run it again with --debug and report it.",
                outcome.error());
    }

    @Test
    void aProgressThatThrowsEndsTheRun() {
        Progress broken =
                new Canceled() {
                    @Override
                    public boolean isCanceled() {
                        throw new IllegalStateException("window gone");
                    }
                };
        FileRun run = new FileRun(broken, Optional.empty());
        assertThrows(IllegalStateException.class, () -> run(run, this::hang));
    }

    private static FileOutcome run(FileRun run, Callable<FileOutcome> work) {
        return run.run(work, why -> FileOutcome.failed(FILE, why), FileOutcome.canceled(FILE));
    }

    private FileOutcome hang() throws InterruptedException {
        never.await();
        return FileOutcome.canceled(FILE);
    }

    private static FileOutcome untilCanceled(FileRun run) {
        while (!run.isCanceled()) {
            Thread.onSpinWait();
        }
        throw new CancellationException();
    }

    private static class Canceled implements Progress {
        @Override
        public void update(long done, long total, String task) {}

        @Override
        public boolean isCanceled() {
            return true;
        }
    }
}
