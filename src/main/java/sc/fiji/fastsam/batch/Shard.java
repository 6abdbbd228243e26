package sc.fiji.fastsam.batch;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A part of a run: the files whose names' CRC-32 falls to it. So a file stays in its shard whatever
 * files come or go, on every machine.
 *
 * @param index from 1
 * @param count number of shards
 */
public record Shard(int index, int count) {

    /** Greatest number of shards. */
    public static final int MOST = 100_000;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /**
     * @throws IllegalArgumentException if there is no such shard
     */
    public Shard {
        if (count < 1 || count > MOST || index < 1 || index > count) {
            throw wrong(index + "/" + count);
        }
    }

    /**
     * Reads "2/5".
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Shard parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw wrong(text);
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** True when a file is of this shard. */
    boolean holds(String name) {
        return of(name, count) == index;
    }

    /** The shard of a file, from 1, among some. */
    static int of(String name, int count) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % count) + 1;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return index + "/" + count;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "shard must be I/N, as 2/5 for the second of five (N up to "
                        + MOST
                        + "), but was \""
                        + text
                        + "\".");
    }
}
