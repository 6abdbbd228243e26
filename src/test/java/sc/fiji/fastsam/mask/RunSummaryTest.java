package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

    private final Map<String, Double> times = new LinkedHashMap<>(Map.of("network", 80.25));
    private final RunSummary summary =
            new RunSummary(
                    new RunSummary.Network("tiny", "cpu", ""),
                    RunSummary.Sizes.of(1.5, OptionalDouble.of(28.04)),
                    new RunSummary.Counts(4, 900, 50, 43),
                    false,
                    times,
                    List.of());

    @Test
    void oneLineSaysWhatHappened() {
        assertEquals(
                "43 objects, typical diameter 28.0 px, in 80 ms (tiny on cpu, scale 1.50, 4 tiles, 900 candidates, 50 kept)",
                summary.toString());
    }

    @Test
    void notesComeLastInTheirOrder() {
        RunSummary noted =
                summary.withNote(Note.Kind.CUT_LIST, "first").withNote(Note.Kind.HIDDEN, "second");
        assertEquals(List.of("first", "second"), noted.notes().stream().map(Note::text).toList());
        assertEquals(summary + ": first; second", noted.toString());
        assertEquals(List.of(), summary.notes());
    }

    @Test
    void theTimesAddUpAndCannotBeChangedAfterwards() {
        times.put("masks", 9.5);
        assertEquals(80.25, summary.totalMilliseconds());
        assertEquals(
                89.75,
                new RunSummary(
                                summary.network(),
                                summary.sizes(),
                                summary.counts(),
                                false,
                                times,
                                List.of())
                        .totalMilliseconds());
    }

    @Test
    void aRunWithoutTheNetworkAndWithoutObjectsSaysSo() {
        RunSummary none =
                new RunSummary(
                        summary.network(),
                        RunSummary.Sizes.of(1.5, OptionalDouble.empty()),
                        new RunSummary.Counts(4, 9, 0, 0),
                        false,
                        Map.of(),
                        List.of());
        assertTrue(none.reusing().reused());
        assertEquals(
                "0 objects in 0 ms (tiny on cpu, scale 1.50, 4 tiles, 9 candidates, 0 kept), raw"
                        + " results of an earlier run: small",
                none.reusing().withNote(Note.Kind.CUT_LIST, "small").toString());
    }
}
