package sc.fiji.fastsam.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something when nothing has happened for five minutes. Keeps no JVM alive. */
final class IdleTimer {

    private static final long MINUTES = 5;

    private final Runnable task;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(IdleTimer::daemon);
    private Future<?> pending;

    IdleTimer(Runnable task) {
        this.task = task;
    }

    /** Begins to wait, anew where it already does. */
    synchronized void start() {
        stop();
        pending = clock.schedule(task, MINUTES, TimeUnit.MINUTES);
    }

    /** Waits no longer. */
    synchronized void stop() {
        if (pending != null) {
            pending.cancel(false);
        }
    }

    private static Thread daemon(Runnable run) {
        Thread thread = new Thread(run, "FastSAM idle timer");
        thread.setDaemon(true);
        return thread;
    }
}
