package sc.fiji.fastsam.io;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What was made last, as decoded blocks of files, up to a number of bytes; the one used longest ago
 * goes first. Hands out what it holds, which nobody may change. Thread-safe.
 *
 * @param <K> what tells blocks apart
 * @param <V> a decoded block
 */
public final class BlockCache<K, V> {

    private final long most;
    private final ToLongFunction<V> bytes;
    private final Map<K, V> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private long total;

    /**
     * @param most bytes of all blocks together
     * @param bytes of a block
     */
    public BlockCache(long most, ToLongFunction<V> bytes) {
        this.most = most;
        this.bytes = bytes;
    }

    /** So many bytes, but no more than an eighth of Java's memory. */
    public static long share(long most) {
        return Math.min(most, Runtime.getRuntime().maxMemory() / 8);
    }

    /** Number of blocks. */
    public synchronized int size() {
        return blocks.size();
    }

    /** The block, if it is still there. */
    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(blocks.get(key));
    }

    /** Keeps a block, unless it alone is larger than all may be. */
    public synchronized void put(K key, V block) {
        if (bytes.applyAsLong(block) > most) {
            return;
        }
        V before = blocks.put(key, block);
        total += bytes.applyAsLong(block) - (before == null ? 0 : bytes.applyAsLong(before));
        Iterator<V> oldest = blocks.values().iterator();
        while (total > most) {
            total -= bytes.applyAsLong(oldest.next());
            oldest.remove();
        }
    }

    /** Forgets everything. */
    public synchronized void clear() {
        blocks.clear();
        total = 0;
    }
}
