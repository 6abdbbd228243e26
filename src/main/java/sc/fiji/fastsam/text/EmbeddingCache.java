package sc.fiji.fastsam.text;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Embeddings of crops and texts seen lately, so that new words on the same objects run the text
 * encoder only. Keys are pixels and network: an edited image is another image, an object that
 * stayed the same is found again. The least recently used goes first. Thread-safe.
 */
public final class EmbeddingCache {

    private static final long SHARED_BYTES = 32L << 20;
    private static final int BYTES_PER_KEY = 160;

    // NB: static, as dialogs, macros and scripts of one JVM are to share it.
    private static final EmbeddingCache SHARED = new EmbeddingCache(SHARED_BYTES);

    private final long maxBytes;
    private final Map<EmbeddingKey, float[]> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** A cache of its own, as for tests. */
    public EmbeddingCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The cache of all in this JVM: 32 MB, or some 15 000 embeddings of CLIP ViT-B/32. */
    public static EmbeddingCache shared() {
        return SHARED;
    }

    /** Embeddings held. */
    public synchronized int size() {
        return entries.size();
    }

    /** The embedding; must not be changed. */
    synchronized Optional<float[]> get(EmbeddingKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    synchronized void put(EmbeddingKey key, float[] embedding) {
        float[] old = entries.put(key, embedding);
        bytes += bytes(embedding) - (old == null ? 0 : bytes(old));
        Iterator<float[]> oldest = entries.values().iterator();
        while (bytes > maxBytes) {
            bytes -= bytes(oldest.next());
            oldest.remove();
        }
    }

    private static long bytes(float[] embedding) {
        return 4L * embedding.length + BYTES_PER_KEY;
    }
}
