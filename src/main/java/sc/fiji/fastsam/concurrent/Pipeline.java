package sc.fiji.fastsam.concurrent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Things that are made several at a time and handed on in the order of their numbers. */
public final class Pipeline {

    private Pipeline() {}

    /**
     * Makes things on Java's threads for such and on the calling one, which hands them on. What the
     * work or the consumer throws is thrown once nothing is being made any more.
     *
     * @param count of things; one alone is made by the calling thread
     * @param most that are being made or wait to be handed on, from 1
     * @param work is told the number, counted from 0
     */
    public static <T> void make(
            int count, int most, IntFunction<T> work, Consumer<? super T> consumer) {
        if (count == 1) {
            consumer.accept(work.apply(0));
            return;
        }
        Deque<Ahead<T>> begun = new ArrayDeque<>();
        int next = 0;
        try {
            for (int i = 0; i < count; i++) {
                while (next < Math.min(count, i + most)) {
                    int number = next++;
                    begun.add(Ahead.of(() -> work.apply(number)));
                }
                helpUntilFirstIsDone(begun);
                consumer.accept(begun.remove().get());
            }
        } finally {
            begun.forEach(Ahead::abandon);
        }
    }

    /** NB: while another thread makes the first, this one makes the next that nobody has begun. */
    private static void helpUntilFirstIsDone(Deque<? extends Ahead<?>> begun) {
        Iterator<? extends Ahead<?>> next = begun.iterator();
        while (next.hasNext() && !begun.element().isDone()) {
            next.next().make();
        }
    }
}
