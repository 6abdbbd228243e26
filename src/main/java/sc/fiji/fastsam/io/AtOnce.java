package sc.fiji.fastsam.io;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Things done at the same time, on as many threads as Java has for such. */
public final class AtOnce {

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
     * @throws IOException of the first in the list that failed so
     */
    public static void run(List<Task> tasks) throws IOException {
        List<Optional<IOException>> failures =
                tasks.parallelStream().map(AtOnce::failureOf).toList();
        Optional<IOException> first = failures.stream().flatMap(Optional::stream).findFirst();
        if (first.isPresent()) {
            throw first.get();
        }
    }

    private static Optional<IOException> failureOf(Task task) {
        try {
            task.run();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }
}
