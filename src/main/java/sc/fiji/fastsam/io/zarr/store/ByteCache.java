package sc.fiji.fastsam.io.zarr.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Byte arrays that were used last, up to a total length. Hands out its arrays. Thread-safe. */
public final class ByteCache {

    private final long most;
    private final Map<String, byte[]> byKey = new LinkedHashMap<>(16, 0.75f, true);
    private long total;

    /**
     * @param most bytes of all arrays together
     */
    public ByteCache(long most) {
        this.most = most;
    }

    synchronized Optional<byte[]> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Keeps an array, unless it alone is longer than all may be. */
    synchronized void put(String key, byte[] bytes) {
        if (bytes.length > most) {
            return;
        }
        byte[] before = byKey.put(key, bytes);
        total += bytes.length - (before == null ? 0 : before.length);
        var oldest = byKey.entrySet().iterator();
        while (total > most) {
            total -= oldest.next().getValue().length;
            oldest.remove();
        }
    }

    public synchronized void clear() {
        byKey.clear();
        total = 0;
    }
}
