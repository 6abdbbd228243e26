package sc.fiji.fastsam.concurrent;

import java.io.IOException;

/** What work on another thread has thrown, thrown on the thread that waits for it as it is. */
public final class Thrown {

    private Thrown() {}

    /**
     * Throws it; does not return.
     *
     * @throws IOException if it is one; unchecked ones likewise, other checked ones as the cause of
     *     an IllegalStateException
     */
    public static RuntimeException again(Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        throw unchecked(failure);
    }

    /** An unchecked exception to be thrown: itself, or one whose cause it is; throws errors. */
    public static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }
}
