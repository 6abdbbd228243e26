package sc.fiji.fastsam.updatesite;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The updater's numbers for points in time: {@code yyyyMMddHHmmss}. */
final class Timestamp {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private Timestamp() {}

    /**
     * The present in UTC; where an index already has it or later ones (other clocks, other time
     * zones), the second after its latest: they only grow.
     *
     * @throws java.time.DateTimeException if the index has a number that is no such time
     */
    static long next(Instant now, List<SiteEntry> entries) {
        long present = of(LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        long newest = entries.stream().mapToLong(SiteEntry::newest).max().orElse(0);
        if (newest < present) {
            return present;
        }
        return of(LocalDateTime.parse(Long.toString(newest), FORMAT).plusSeconds(1));
    }

    private static long of(LocalDateTime time) {
        return Long.parseLong(FORMAT.format(time));
    }
}
