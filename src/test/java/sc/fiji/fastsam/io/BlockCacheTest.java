package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockCacheTest {

    private final BlockCache<String, byte[]> cache = new BlockCache<>(10, bytes -> bytes.length);

    @Test
    void theBlockUsedLongestAgoGoesFirst() {
        byte[] first = new byte[4];
        cache.put("a", first);
        cache.put("b", new byte[4]);
        assertSame(first, cache.get("a").orElseThrow());
        cache.put("c", new byte[3]);
        assertEquals(Optional.empty(), cache.get("b"));
        assertSame(first, cache.get("a").orElseThrow());
    }

    @Test
    void aBlockLargerThanAllIsNotKeptAndPushesNothingOut() {
        cache.put("a", new byte[4]);
        cache.put("b", new byte[11]);
        assertEquals(Optional.empty(), cache.get("b"));
        assertEquals(4, cache.get("a").orElseThrow().length);
    }

    @Test
    void aBlockInPlaceOfAnotherCountsOnce() {
        cache.put("a", new byte[6]);
        cache.put("a", new byte[5]);
        cache.put("b", new byte[5]);
        assertEquals(5, cache.get("a").orElseThrow().length);
        cache.clear();
        assertEquals(Optional.empty(), cache.get("a"));
    }
}
