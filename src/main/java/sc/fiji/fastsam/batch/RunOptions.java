package sc.fiji.fastsam.batch;

import java.time.Duration;
import java.util.Optional;

/**
 * How a run goes; nothing of it changes what a file's results are.
 *
 * @param timeout time that a file may take; nothing = any
 * @param shard which part of the files is done; nothing = all
 * @param force also what is done already
 * @param filesAtOnce files that are done at the same time, where there is no timeout
 */
public record RunOptions(
        Optional<Duration> timeout, Optional<Shard> shard, boolean force, int filesAtOnce) {

    private static final int MOST_AT_ONCE = 4;

    /** Any time, all files, each once. */
    public static final RunOptions DEFAULT =
            new RunOptions(Optional.empty(), Optional.empty(), false, 1);

    /**
     * @throws IllegalArgumentException if the time is not more than 0
     */
    public RunOptions {
        if (timeout.isPresent() && timeout.get().compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(
                    "The time that a file may take must be more than 0 seconds, but was "
                            + timeout.get().toMillis() / 1000.0
                            + ".");
        }
    }

    /** With a time that a file may take. */
    public RunOptions withTimeout(Duration time) {
        return new RunOptions(Optional.of(time), shard, force, filesAtOnce);
    }

    /** With one of several shards. */
    public RunOptions withShard(Shard part) {
        return new RunOptions(timeout, Optional.of(part), force, filesAtOnce);
    }

    /**
     * With as many files at the same time as keep a network busy: some are read or written while
     * others are in the network, which takes two at a time.
     */
    public RunOptions withFilesAtOnce() {
        int files = Math.min(MOST_AT_ONCE, 2 + Runtime.getRuntime().availableProcessors() / 8);
        return new RunOptions(timeout, shard, force, files);
    }

    /** NB: a file's time would go on while it waits for the others. */
    int atOnce() {
        return timeout.isPresent() ? 1 : filesAtOnce;
    }

    /** Everything again, or not. */
    public RunOptions withForce(boolean again) {
        return new RunOptions(timeout, shard, again, filesAtOnce);
    }
}
