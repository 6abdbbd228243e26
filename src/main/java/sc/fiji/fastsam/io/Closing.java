package sc.fiji.fastsam.io;

import java.util.Collection;
import java.util.Iterator;

/** Closes several things. */
public final class Closing {

    private Closing() {}

    /**
     * Closes a thing.
     *
     * @param <T> what
     * @param <E> how that fails
     */
    @FunctionalInterface
    public interface Closer<T, E extends Exception> {
        /**
         * Closes it.
         *
         * @throws E if that fails
         */
        void close(T thing) throws E;
    }

    /**
     * Closes each of them in their order, whatever becomes of those before it.
     *
     * @throws E of the last that failed
     */
    public static <T, E extends Exception> void all(Collection<T> things, Closer<T, E> closer)
            throws E {
        rest(things.iterator(), closer);
    }

    private static <T, E extends Exception> void rest(Iterator<T> things, Closer<T, E> closer)
            throws E {
        if (things.hasNext()) {
            try {
                closer.close(things.next());
            } finally {
                rest(things, closer);
            }
        }
    }
}
