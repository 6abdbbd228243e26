package sc.fiji.fastsam.text;

import java.util.Optional;
import sc.fiji.fastsam.io.LruCache;

/**
 * Embeddings of crops and texts seen lately, so that new words on the same objects run the text
 * encoder only. Keys are pixels and network: an edited image is another image, an object that
 * stayed the same is found again. The least recently used goes first. Thread-safe.
 */
public final class EmbeddingCache {

    private static final long SHARED_BYTES = 32L << 20;
    private static final int BYTES_PER_KEY = 180;

    // NB: static, as dialogs, macros and scripts of one JVM are to share it.
    private static final EmbeddingCache SHARED = new EmbeddingCache(SHARED_BYTES);

    private final LruCache<EmbeddingKey, float[]> embeddings;

    /** A cache of its own, as for tests. */
    public EmbeddingCache(long maxBytes) {
        this.embeddings = new LruCache<>(maxBytes, EmbeddingCache::bytes);
    }

    /** The cache of all in this JVM: 32 MB, or some 15 000 embeddings of CLIP ViT-B/32. */
    public static EmbeddingCache shared() {
        return SHARED;
    }

    /** Embeddings held. */
    public int size() {
        return embeddings.size();
    }

    /** The embedding; must not be changed. */
    Optional<float[]> get(EmbeddingKey key) {
        return embeddings.get(key);
    }

    void put(EmbeddingKey key, float[] embedding) {
        embeddings.put(key, embedding);
    }

    private static long bytes(float[] embedding) {
        return 4L * embedding.length + BYTES_PER_KEY;
    }
}
