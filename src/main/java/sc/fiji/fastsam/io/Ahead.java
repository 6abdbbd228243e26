package sc.fiji.fastsam.io;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that is made ready on one of the threads that Java has for such, while the calling
 * thread goes on; by the calling thread itself where none of them has begun it.
 */
public final class Ahead<T> {

    private final FutureTask<T> task;

    private Ahead(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins. */
    public static <T> Ahead<T> of(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        ForkJoinPool.commonPool().execute(task);
        return new Ahead<>(task);
    }

    /**
     * The result; what the work threw is thrown here. An interrupt of the calling thread is kept.
     */
    public T get() {
        task.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}
