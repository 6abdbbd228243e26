package sc.fiji.fastsam.batch.journal;

import java.util.List;

/**
 * A run that began.
 *
 * @param started when, as {@code 2026-11-26T12:00:00.123Z}
 * @param shard which of several, counted from 1; 0 = the whole
 * @param shards how many there are; 0 = no shards
 * @param names of the results of all files, in order, those of other shards too
 */
public record JournalRun(String started, int shard, int shards, List<String> names) {

    /** Copies the list. */
    public JournalRun {
        names = List.copyOf(names);
    }
}
