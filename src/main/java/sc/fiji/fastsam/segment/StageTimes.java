package sc.fiji.fastsam.segment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Adds up the time that each stage of a run takes, in milliseconds. */
final class StageTimes {

    private final Map<String, Double> milliseconds = new LinkedHashMap<>();

    /** Runs a task and adds its time to a stage. */
    <T> T measure(String stage, Supplier<T> task) {
        long start = System.nanoTime();
        T result = task.get();
        milliseconds.merge(stage, (System.nanoTime() - start) / 1e6, Double::sum);
        return result;
    }

    /** Adds the times of another run. */
    void addAll(Map<String, Double> others) {
        others.forEach((stage, time) -> milliseconds.merge(stage, time, Double::sum));
    }

    /** Stages in the order in which they first ran. */
    Map<String, Double> toMap() {
        return new LinkedHashMap<>(milliseconds);
    }
}
