package sc.fiji.fastsam.batch.journal;

import java.util.List;

/**
 * A run that began.
 *
 * @param started when, as {@code 2026-11-26T12:00:00.123Z}
 * @param shard which of several, counted from 1; 0 = the whole
 * @param shards how many there are; 0 = no shards
 * @param names of the results of all files, in order, those of other shards too
 * @param foreign those of the names whose results were there before any run
 */
public record JournalRun(
        String started, int shard, int shards, List<String> names, List<String> foreign) {

    /** Copies the lists. */
    public JournalRun {
        names = List.copyOf(names);
        foreign = List.copyOf(foreign);
    }

    /** A run whose results were not there. */
    public JournalRun(String started, int shard, int shards, List<String> names) {
        this(started, shard, shards, names, List.of());
    }

    /** The same with results that were there. */
    public JournalRun withForeign(List<String> there) {
        return new JournalRun(started, shard, shards, names, there);
    }
}
