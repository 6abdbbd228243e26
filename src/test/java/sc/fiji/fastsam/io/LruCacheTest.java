package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LruCacheTest {

    private final LruCache<String, byte[]> cache = new LruCache<>(10, bytes -> bytes.length);

    @Test
    void theOneUsedLongestAgoGoesFirst() {
        byte[] first = new byte[4];
        cache.put("a", first);
        cache.put("b", new byte[4]);
        assertSame(first, cache.get("a").orElseThrow());
        cache.put("c", new byte[3]);
        assertEquals(Optional.empty(), cache.get("b"));
        assertSame(first, cache.get("a").orElseThrow());
    }

    @Test
    void oneLargerThanAllIsNotKeptAndPushesNothingOut() {
        cache.put("a", new byte[4]);
        cache.put("b", new byte[11]);
        assertEquals(Optional.empty(), cache.get("b"));
        assertEquals(4, cache.get("a").orElseThrow().length);
    }

    @Test
    void oneInPlaceOfAnotherCountsOnce() {
        cache.put("a", new byte[6]);
        cache.put("a", new byte[5]);
        cache.put("b", new byte[5]);
        assertEquals(5, cache.get("a").orElseThrow().length);
        cache.clear();
        assertEquals(Optional.empty(), cache.get("a"));
    }

    @Test
    void whatIsNotWantedAnyMoreMakesRoom() {
        cache.put("a", new byte[4]);
        cache.put("b", new byte[6]);
        cache.removeIf(bytes -> bytes.length == 4);
        assertEquals(6, cache.bytes());
        cache.put("c", new byte[4]);
        assertEquals(2, cache.size());
        assertEquals(6, cache.get("b").orElseThrow().length);
    }
}
