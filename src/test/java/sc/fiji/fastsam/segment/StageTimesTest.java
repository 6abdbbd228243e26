package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTimesTest {

    private long milliseconds = 7000;
    private final StageTimes times = new StageTimes(() -> milliseconds * 1_000_000);

    private void take(String stage, long time) {
        times.measure(stage, () -> milliseconds += time);
    }

    @Test
    void stagesOneAfterTheOtherHaveTheTimeThatTheyTook() {
        take("resize", 3);
        take("network", 40);
        milliseconds += 5; // nobody's
        take("network", 30);
        assertEquals(Map.of("resize", 3.0, "network", 70.0), times.toMap());
        assertEquals(List.of("resize", "network"), List.copyOf(times.toMap().keySet()));
    }

    @Test
    void stagesAtTheSameTimeShareIt() {
        // A run within another takes part of its time: 30 ms network, of which 20 ms masks too.
        times.measure(
                "network",
                () -> {
                    take("masks", 20);
                    return milliseconds += 10;
                });
        Map<String, Double> shared = times.toMap();
        assertEquals(30 * 30 / 50.0, shared.get("network"), 1e-9);
        assertEquals(30 * 20 / 50.0, shared.get("masks"), 1e-9);
    }

    @Test
    void anEarlierRunKeepsItsTime() {
        times.addAll(Map.of("network", 500.0));
        take("masks", 20);
        assertEquals(Map.of("network", 500.0, "masks", 20.0), times.toMap());
    }
}
