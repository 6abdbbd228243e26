package sc.fiji.fastsam.segment;

import java.lang.ref.SoftReference;
import java.util.Optional;
import sc.fiji.fastsam.io.LruCache;

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

    private final LruCache<PredictionKey, Entry> entries;

    private record Entry(SoftReference<Prediction> prediction, long bytes) {}

    /** A cache of its own, as for tests. */
    public PredictionCache(long maxBytes) {
        this.entries = new LruCache<>(maxBytes, Entry::bytes);
    }

    /** The cache of all doors in this JVM: at most 1 GB or a quarter of the heap. */
    public static PredictionCache shared() {
        return SHARED;
    }

    /** Greatest sum of the raw results. */
    public long maxBytes() {
        return entries.most();
    }

    /** Bytes in use. */
    public long bytes() {
        return entries.bytes();
    }

    /** Planes in use. */
    public int size() {
        return entries.size();
    }

    /** Forgets everything. */
    public void clear() {
        entries.clear();
    }

    Optional<Prediction> get(PredictionKey key) {
        return entries.get(key).flatMap(entry -> Optional.ofNullable(entry.prediction.get()));
    }

    void put(PredictionKey key, Prediction prediction) {
        entries.removeIf(entry -> entry.prediction.get() == null);
        entries.put(key, new Entry(new SoftReference<>(prediction), prediction.bytes()));
    }
}
