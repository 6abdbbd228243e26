package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Size;

class EmbeddingCacheTest {

    private static EmbeddingKey key(int number) {
        return EmbeddingKey.of("clip", "text " + number);
    }

    @Test
    void forgetsTheLeastRecentlyUsedFirst() {
        EmbeddingCache cache = new EmbeddingCache(2 * (4 * 10 + 180));
        cache.put(key(1), new float[10]);
        cache.put(key(2), new float[10]);
        cache.get(key(1));
        cache.put(key(3), new float[10]);
        assertTrue(cache.get(key(1)).isPresent());
        assertFalse(cache.get(key(2)).isPresent());
        assertEquals(2, cache.size());
    }

    @Test
    void tellsImagesApartBySizeAndAnyPixelAndNetwork() {
        byte[] gray = {1, 2, 3, 4};
        Picture first = new Picture(new Size(2, 2), new byte[][] {gray, gray, gray});
        Picture wide = new Picture(new Size(4, 1), new byte[][] {gray, gray, gray});
        Picture other = new Picture(new Size(2, 2), new byte[][] {gray, gray, {1, 2, 3, 5}});
        EmbeddingKey key = EmbeddingKey.of("clip", first);
        assertEquals(key, EmbeddingKey.of("clip", first));
        assertNotEquals(key, EmbeddingKey.of("clip", wide));
        assertNotEquals(key, EmbeddingKey.of("clip", other));
        assertNotEquals(key, EmbeddingKey.of("other", first));
    }
}
