package sc.fiji.fastsam.updatesite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimestampTest {

    private static final Instant NOW = Instant.parse("2026-12-31T23:59:59Z");

    @Test
    void aFirstSiteHasThePresentInUtc() {
        assertEquals(20261231235959L, Timestamp.next(NOW, List.of()));
    }

    @Test
    void anOlderSiteChangesNothing() {
        assertEquals(20261231235959L, Timestamp.next(NOW, List.of(entry(20261231235958L, 0))));
    }

    @Test
    void timestampsGrowWhereAnotherClockWasAhead() {
        assertEquals(20270101000000L, Timestamp.next(NOW, List.of(entry(20261231235959L, 0))));
        assertEquals(
                20270101050000L,
                Timestamp.next(NOW, List.of(entry(20261201000000L, 20270101045959L))));
    }

    private static SiteEntry entry(long timestamp, long obsolete) {
        SiteEntry.Current current = new SiteEntry.Current("c", timestamp, 1, "", List.of());
        SiteEntry.Past past = new SiteEntry.Past("jars/a.jar", 20250101000000L, obsolete, "p");
        return new SiteEntry("jars/a.jar", List.of(), Optional.of(current), List.of(past));
    }
}
