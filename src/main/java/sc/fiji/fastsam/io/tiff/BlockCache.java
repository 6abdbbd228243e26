package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The blocks that were decoded last, so that regions that share a block decode it once. Takes an
 * eighth of Java's memory at most, and no more than 256 MB. Thread-safe.
 */
final class BlockCache {

    private static final long MOST_BYTES = 256L << 20;

    private record Key(Page page, int index) {}

    private final long limit;
    private final Map<Key, ByteBuffer> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    BlockCache() {
        this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 8));
    }

    BlockCache(long limit) {
        this.limit = limit;
    }

    /**
     * All samples of a block; absolute reads only, for callers share the buffer.
     *
     * @throws IOException if it cannot be decoded
     */
    ByteBuffer get(Page page, int index) throws IOException {
        Key key = new Key(page, index);
        synchronized (this) {
            ByteBuffer known = blocks.get(key);
            if (known != null) {
                return known;
            }
        }
        ByteBuffer block = BlockReader.decode(page, index);
        keep(key, block);
        return block;
    }

    private synchronized void keep(Key key, ByteBuffer block) {
        if (block.limit() > limit || blocks.putIfAbsent(key, block) != null) {
            return;
        }
        bytes += block.limit();
        Iterator<ByteBuffer> oldest = blocks.values().iterator();
        while (bytes > limit) {
            bytes -= oldest.next().limit();
            oldest.remove();
        }
    }
}
