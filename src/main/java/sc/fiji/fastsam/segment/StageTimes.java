package sc.fiji.fastsam.segment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Adds up the time that each stage of a run takes, in milliseconds. Stages may go on at the same
 * time: then the run's time is shared out among them by what each took. Thread-safe.
 */
final class StageTimes {

    private final Map<String, Double> milliseconds = new LinkedHashMap<>();
    private final LongSupplier clock;
    private final long start;
    private double earlier;

    /** Begins now. */
    StageTimes() {
        this(System::nanoTime);
    }

    /**
     * @param clock in nanoseconds
     */
    StageTimes(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    /** Runs a task and adds its time to a stage. */
    <T> T measure(String stage, Supplier<T> task) {
        long begin = clock.getAsLong();
        T result = task.get();
        add(stage, (clock.getAsLong() - begin) / 1e6);
        return result;
    }

    private synchronized void add(String stage, double time) {
        milliseconds.merge(stage, time, Double::sum);
    }

    /** Adds the times of a run that has ended before. */
    synchronized void addAll(Map<String, Double> others) {
        others.forEach(this::add);
        earlier += sum(others);
    }

    /** Stages in the order in which they first ran; no more in sum than has passed. */
    synchronized Map<String, Double> toMap() {
        double passed = (clock.getAsLong() - start) / 1e6 + earlier;
        double share = Math.min(1, passed / Math.max(Double.MIN_NORMAL, sum(milliseconds)));
        Map<String, Double> shared = new LinkedHashMap<>();
        milliseconds.forEach((stage, time) -> shared.put(stage, share * time));
        return shared;
    }

    private static double sum(Map<String, Double> times) {
        return times.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
