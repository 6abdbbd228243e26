package sc.fiji.fastsam.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Milliseconds between laps, added up by stage. Not thread-safe. */
public final class StageClock {

    private final Map<String, Double> milliseconds = new LinkedHashMap<>();
    private long start = System.nanoTime();

    /** Gives the time since the last lap to a stage. */
    public void lap(String stage) {
        long now = System.nanoTime();
        milliseconds.merge(stage, (now - start) / 1e6, Double::sum);
        start = now;
    }

    /** Gives the time since the last lap to stages that were measured elsewhere. */
    public void lap(Map<String, Double> measured) {
        measured.forEach((stage, time) -> milliseconds.merge(stage, time, Double::sum));
        start = System.nanoTime();
    }

    /** Stages in the order of their first lap. */
    public Map<String, Double> toMap() {
        return new LinkedHashMap<>(milliseconds);
    }
}
