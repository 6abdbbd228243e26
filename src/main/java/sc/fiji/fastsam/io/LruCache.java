package sc.fiji.fastsam.io;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What was made last, as decoded blocks of files, up to a number of bytes; the least recently used
 * goes first. Hands out what it holds, which nobody may change. Thread-safe.
 *
 * @param <K> what tells values apart
 * @param <V> what is kept
 */
public final class LruCache<K, V> {

    private final long most;
    private final ToLongFunction<V> bytesOf;
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * @param most bytes of all values together
     * @param bytesOf a value; always the same
     */
    public LruCache(long most, ToLongFunction<V> bytesOf) {
        this.most = most;
        this.bytesOf = bytesOf;
    }

    /** So many bytes, but no more than an eighth of Java's memory. */
    public static long share(long most) {
        return Math.min(most, Runtime.getRuntime().maxMemory() / 8);
    }

    /** Greatest sum of the values' bytes. */
    public long most() {
        return most;
    }

    /** Bytes of all values. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Number of values. */
    public synchronized int size() {
        return values.size();
    }

    /** The value, if it is still there. */
    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Keeps a value, unless it alone is larger than all may be. */
    public synchronized void put(K key, V value) {
        if (bytesOf.applyAsLong(value) > most) {
            return;
        }
        V before = values.put(key, value);
        bytes += bytesOf.applyAsLong(value) - (before == null ? 0 : bytesOf.applyAsLong(before));
        Iterator<V> oldest = values.values().iterator();
        while (bytes > most) {
            bytes -= bytesOf.applyAsLong(oldest.next());
            oldest.remove();
        }
    }

    /** Forgets some. */
    public synchronized void removeIf(Predicate<V> unwanted) {
        values.values().removeIf(unwanted);
        bytes = values.values().stream().mapToLong(bytesOf).sum();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        values.clear();
        bytes = 0;
    }
}
