package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.testing.Drawn;

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
    void runsOnTwoPlanesAddUp() {
        RunSummary other =
                new RunSummary(
                                summary.network(),
                                new RunSummary.Sizes(List.of(level(20, 40), level(0, 9))),
                                new RunSummary.Counts(10, 200, 3000, 40000),
                                true,
                                Map.of("network", 0.5, "masks", 2.0),
                                List.of())
                        .withNote(Note.Kind.CUT_LIST, "cut")
                        .withNote(Note.Kind.HIDDEN, "hidden");
        RunSummary both = summary.withNote(Note.Kind.CUT_LIST, "cut").and(other);
        assertEquals(new RunSummary.Counts(14, 1100, 3050, 40043), both.counts());
        assertEquals(Map.of("network", 80.75, "masks", 2.0), both.milliseconds());
        assertEquals(List.of("cut", "hidden"), both.notes().stream().map(Note::text).toList());
        assertEquals(other.sizes(), both.sizes());
        assertEquals(other.sizes(), other.and(summary).sizes());
        assertFalse(both.reused());
        assertFalse(other.and(summary).reused());
        assertTrue(other.and(other).reused());
        assertTrue(both.has(Note.Kind.HIDDEN));
        assertFalse(both.has(Note.Kind.UNMATCHED));
    }

    private static RunSummary.Level level(double least, double typical) {
        return new RunSummary.Level(1.5, 0.3, least, OptionalDouble.of(typical));
    }

    @Test
    void ofChosenObjectsTheSizesAreTheirMediansLevelByLevel() {
        RunSummary twoLevels =
                new RunSummary(
                        summary.network(),
                        new RunSummary.Sizes(List.of(level(20, 40), level(0, 9))),
                        summary.counts(),
                        false,
                        times,
                        List.of());
        double side = Math.sqrt(Math.PI) / 2;
        List<SegmentedObject> objects =
                IntStream.of(4, 6, 10, 30, 24)
                        .mapToObj(d -> Drawn.object(0.5, Mask.ofRegion(new Region(0, 0, d, d))))
                        .toList();
        RunSummary some = twoLevels.choosing(objects);
        assertEquals(5, some.counts().objects());
        assertEquals(900, some.counts().candidates());
        List<RunSummary.Level> levels = some.sizes().levels();
        assertEquals(30 / side, levels.get(0).typicalDiameter().getAsDouble(), 1e-9);
        assertEquals(6 / side, levels.get(1).typicalDiameter().getAsDouble(), 1e-9);
        assertEquals(20, levels.get(0).leastDiameter());
        assertEquals(
                OptionalDouble.empty(),
                twoLevels
                        .choosing(objects.subList(0, 3))
                        .sizes()
                        .levels()
                        .get(0)
                        .typicalDiameter());
        assertEquals(89.75, summary.withTime("masks", 9.5).totalMilliseconds());
        assertEquals(81.25, summary.withTime("network", 1).totalMilliseconds());
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
