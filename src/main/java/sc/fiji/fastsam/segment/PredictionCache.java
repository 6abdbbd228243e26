package sc.fiji.fastsam.segment;

import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Raw results of the last few planes, so that new prompts and changed settings do not run the
 * network again. Keys are pixels, model, device and scale, never titles: an edited image is another
 * image.
 *
 * <p>Bounded in bytes, the least recently used plane goes first; emptied by the JVM when memory is
 * short. Thread-safe.
 */
public final class PredictionCache {

    /** NB: a plane of 4096 x 4096 pixels in 64 tiles takes 0.74 GB. */
    private static final long LARGEST = 1L << 30;

    // NB: static, as dialogs, macros and scripts of one JVM are to share it.
    private static final PredictionCache SHARED =
            new PredictionCache(Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 4));

    private final long maxBytes;
    private final Map<PredictionKey, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Entry(SoftReference<Prediction> prediction, long bytes) {}

    /** A cache of its own, as for tests. */
    public PredictionCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The cache of all doors in this JVM: at most 1 GB or a quarter of the heap. */
    public static PredictionCache shared() {
        return SHARED;
    }

    /** Greatest sum of the raw results. */
    public long maxBytes() {
        return maxBytes;
    }

    /** Bytes in use. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Planes in use. */
    public synchronized int size() {
        return entries.size();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        entries.clear();
        bytes = 0;
    }

    synchronized Optional<Prediction> get(PredictionKey key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        Prediction prediction = entry.prediction.get();
        if (prediction == null) {
            remove(key);
        }
        return Optional.ofNullable(prediction);
    }

    synchronized void put(PredictionKey key, Prediction prediction) {
        if (prediction.bytes() > maxBytes) {
            return;
        }
        remove(key);
        removeIf(entry -> entry.prediction.get() == null);
        entries.put(key, new Entry(new SoftReference<>(prediction), prediction.bytes()));
        bytes += prediction.bytes();
        removeIf(entry -> bytes > maxBytes);
    }

    /** Goes from the entry that was used longest ago to the newest. */
    private void removeIf(Predicate<Entry> condition) {
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            Entry entry = oldest.next();
            if (condition.test(entry)) {
                oldest.remove();
                bytes -= entry.bytes;
            }
        }
    }

    private void remove(PredictionKey key) {
        Entry entry = entries.remove(key);
        bytes -= entry == null ? 0 : entry.bytes;
    }
}
