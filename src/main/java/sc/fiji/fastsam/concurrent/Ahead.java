package sc.fiji.fastsam.concurrent;

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
    private volatile boolean abandoned;

    private Ahead(Supplier<T> work) {
        this.task = new FutureTask<>(() -> abandoned ? null : work.get());
    }

    /** Begins. */
    public static <T> Ahead<T> of(Supplier<T> work) {
        Ahead<T> ahead = new Ahead<>(work);
        ForkJoinPool.commonPool().execute(ahead.task);
        return ahead;
    }

    /**
     * The result; what the work threw is thrown here. An interrupt of the calling thread is kept.
     */
    public T get() {
        make();
        try {
            return Uninterrupted.await(task::get);
        } catch (ExecutionException e) {
            throw Thrown.unchecked(e.getCause());
        }
    }

    /** Makes it on the calling thread, unless another has begun it. */
    void make() {
        task.run();
    }

    boolean isDone() {
        return task.isDone();
    }

    /** Waits until it is made or has failed; what nobody has begun is left undone. */
    public void abandon() {
        abandoned = true;
        try {
            get();
        } catch (RuntimeException | Error e) {
            // NB: nobody asks for it any more.
        }
    }
}
