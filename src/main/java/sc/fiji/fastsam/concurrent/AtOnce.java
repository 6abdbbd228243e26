package sc.fiji.fastsam.concurrent;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Things done at the same time, on as many threads as Java has for such. */
public final class AtOnce {

    /** Numbers that are worth a thread of their own. */
    private static final int LEAST_RANGE = 1 << 20;

    private static final int MOST_RANGES = 15;

    private AtOnce() {}

    /** One of them. */
    @FunctionalInterface
    public interface Task {
        /** Does it. */
        void run() throws IOException;
    }

    /**
     * Does all of them, whatever becomes of the others.
     *
     * @throws IOException of the first in the list that failed, if it failed so
     */
    public static void run(List<Task> tasks) throws IOException {
        List<Optional<Throwable>> failures = tasks.parallelStream().map(AtOnce::failureOf).toList();
        Optional<Throwable> first = failures.stream().flatMap(Optional::stream).findFirst();
        if (first.isPresent()) {
            throw Thrown.again(first.get());
        }
    }

    /**
     * Does the parts of something; one alone on the calling thread.
     *
     * @param work is told the part, counted from 0; must not depend on others
     */
    public static void parts(int count, IntConsumer work) {
        // NB: the classes of streams take milliseconds of a start.
        if (count == 1) {
            work.accept(0);
        } else {
            IntStream.range(0, count).parallel().forEach(work);
        }
    }

    /** Does something for a range of numbers. */
    @FunctionalInterface
    public interface RangeTask {
        /** For {@code from <= number < end}. */
        void run(int from, int end);
    }

    /**
     * Does something for the numbers below a length, a million and more on each thread.
     *
     * @param work must not depend on other ranges
     */
    public static void ranges(int length, RangeTask work) {
        int count = 1 + Math.min(length / LEAST_RANGE, MOST_RANGES);
        parts(
                count,
                part ->
                        work.run(
                                (int) ((long) part * length / count),
                                (int) ((part + 1L) * length / count)));
    }

    /** NB: none is thrown in the stream, which would not wait for the others then. */
    private static Optional<Throwable> failureOf(Task task) {
        try {
            task.run();
            return Optional.empty();
        } catch (IOException | RuntimeException | Error e) {
            return Optional.of(e);
        }
    }
}
