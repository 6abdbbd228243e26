package sc.fiji.fastsam.batch;

import java.util.LinkedHashMap;
import java.util.Map;

/** Milliseconds between laps. */
final class Stopwatch {

    private final Map<String, Double> milliseconds = new LinkedHashMap<>();
    private long start = System.nanoTime();

    /** Gives the time since the last lap to a stage. */
    void lap(String stage) {
        long now = System.nanoTime();
        milliseconds.merge(stage, (now - start) / 1e6, Double::sum);
        start = now;
    }

    /** Gives the time since the last lap to stages that were measured elsewhere. */
    void lap(Map<String, Double> measured) {
        measured.forEach((stage, time) -> milliseconds.merge(stage, time, Double::sum));
        start = System.nanoTime();
    }

    /** Stages in the order of their first lap. */
    Map<String, Double> toMap() {
        return new LinkedHashMap<>(milliseconds);
    }
}
