package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

    private final Map<String, Double> times = new LinkedHashMap<>(Map.of("network", 80.25));
    private final RunSummary summary =
            new RunSummary("tiny", "cpu", "", 1.5, 4, 900, 50, 43, times, List.of());

    @Test
    void oneLineSaysWhatHappened() {
        assertEquals(
                "43 objects in 80 ms (tiny on cpu, scale 1.50, 4 tiles, 900 candidates, 50 kept)",
                summary.toString());
    }

    @Test
    void notesComeLastInTheirOrder() {
        RunSummary noted = summary.withNote("first").withNote("second");
        assertEquals(List.of("first", "second"), noted.notes());
        assertEquals(summary + ": first; second", noted.toString());
        assertEquals(List.of(), summary.notes());
    }

    @Test
    void theTimesAddUpAndCannotBeChangedAfterwards() {
        times.put("masks", 9.5);
        assertEquals(80.25, summary.totalMilliseconds());
        assertEquals(
                89.75,
                new RunSummary("", "", "", 1, 1, 0, 0, 0, times, List.of()).totalMilliseconds());
    }
}
