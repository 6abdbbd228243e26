package sc.fiji.fastsam.segment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Adds up the time that each stage of a run takes, in milliseconds. Thread-safe. */
final class StageTimes {

    private final Map<String, Double> milliseconds = new LinkedHashMap<>();

    /** Runs a task and adds its time to a stage. */
    <T> T measure(String stage, Supplier<T> task) {
        long start = System.nanoTime();
        T result = task.get();
        add(stage, (System.nanoTime() - start) / 1e6);
        return result;
    }

    private synchronized void add(String stage, double time) {
        milliseconds.merge(stage, time, Double::sum);
    }

    /** Adds the times of another run. */
    void addAll(Map<String, Double> others) {
        others.forEach(this::add);
    }

    /** Stages in the order in which they first ran. */
    synchronized Map<String, Double> toMap() {
        return new LinkedHashMap<>(milliseconds);
    }
}
