package sc.fiji.fastsam.concurrent;

/** Waits that interrupts of the waiting thread do not end. */
public final class Uninterrupted {

    private Uninterrupted() {}

    /**
     * Something to wait for.
     *
     * @param <T> what comes of it
     * @param <E> how it fails
     */
    @FunctionalInterface
    public interface Wait<T, E extends Exception> {
        /**
         * Waits; may be called again after an interrupt.
         *
         * @throws InterruptedException if the thread is interrupted
         * @throws E if what it waits for fails
         */
        T await() throws InterruptedException, E;
    }

    /**
     * Waits; the thread is interrupted afterwards if it was meanwhile.
     *
     * @throws E as the wait
     */
    public static <T, E extends Exception> T await(Wait<T, E> wait) throws E {
        return await(wait, () -> {});
    }

    /**
     * Likewise.
     *
     * @param onInterrupt told of each interrupt, after which the wait goes on
     * @throws E as the wait
     */
    public static <T, E extends Exception> T await(Wait<T, E> wait, Runnable onInterrupt) throws E {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                    onInterrupt.run();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
