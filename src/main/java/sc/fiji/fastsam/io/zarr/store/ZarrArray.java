package sc.fiji.fastsam.io.zarr.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import sc.fiji.fastsam.io.LruCache;
import sc.fiji.fastsam.io.zarr.codec.ByteCodec;
import sc.fiji.fastsam.io.zarr.codec.Codecs;

/** An array whose chunks are read one by one. Holds no file open. Thread-safe. */
public final class ZarrArray {

    /** Chunks up to this length may come from a file of any length. */
    private static final long HARMLESS_BYTES = 64 << 20;

    /** Longer ones may be at most this many times as long as their file. */
    private static final long GREATEST_RATIO = 1000;

    private static final long NOTHING = -1;

    private final ZarrStore store;
    private final String path;
    private final ArrayInfo info;
    private final LruCache<String, byte[]> cache;

    /**
     * @param path key of the array
     * @param cache for decoded chunks, shared with other arrays of the store
     */
    public ZarrArray(ZarrStore store, String path, ArrayInfo info, LruCache<String, byte[]> cache) {
        this.store = store;
        this.path = path;
        this.info = info;
        this.cache = cache;
    }

    /** What its metadata say. */
    public ArrayInfo info() {
        return info;
    }

    /**
     * The decoded elements of a chunk, in the order of {@link ChunkFormat#strides}; not to be
     * changed.
     *
     * @param at place of the chunk along each axis
     * @return empty where the chunk is not stored
     * @throws IOException if it is damaged or would need too much memory
     */
    public Optional<byte[]> chunk(int[] at) throws IOException {
        String name = path + ":" + Arrays.toString(at);
        Optional<byte[]> known = cache.get(name);
        if (known.isPresent()) {
            return known;
        }
        String key = ZarrStore.join(path, info.keys().of(info.grid().shardOf(at)));
        Optional<Path> file = store.file(key);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> stored =
                info.shards().isPresent()
                        ? inShard(file.get(), key, info.grid().placeInShard(at))
                        : Optional.of(ZarrStore.readAll(file.get(), key, storedLimit(key)));
        Optional<byte[]> decoded = Optional.empty();
        if (stored.isPresent()) {
            decoded = Optional.of(decode(stored.get(), key));
            cache.put(name, decoded.get());
        }
        return decoded;
    }

    private byte[] decode(byte[] stored, String key) throws IOException {
        long bytes = chunkBytes(key);
        if (bytes > HARMLESS_BYTES && bytes / GREATEST_RATIO > stored.length) {
            throw tooLarge(key, "in " + stored.length + " compressed bytes");
        }
        try {
            return info.format().decode(stored, (int) bytes);
        } catch (IOException e) {
            throw damaged(key, e);
        }
    }

    private long storedLimit(String key) throws IOException {
        return info.format().storedLimit((int) chunkBytes(key));
    }

    /** Length of a decoded chunk, if memory has room for it. */
    private long chunkBytes(String key) throws IOException {
        long bytes = info.chunkBytes();
        long most = Math.min(1 << 30, Runtime.getRuntime().maxMemory() / 4);
        if (bytes > most) {
            throw tooLarge(key, "and at most " + most + " are possible here");
        }
        return bytes;
    }

    private Optional<byte[]> inShard(Path file, String key, int place) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer index = ByteBuffer.wrap(index(channel, key)).order(ByteOrder.LITTLE_ENDIAN);
            long offset = index.getLong(ShardFormat.entry(place));
            long length = index.getLong(ShardFormat.entry(place) + Long.BYTES);
            if (offset == NOTHING && length == NOTHING) {
                return Optional.empty();
            }
            long most = storedLimit(key);
            if (length < 0 || length > most) {
                throw new IOException(
                        "has a damaged chunk file "
                                + key
                                + ": its index says that a chunk takes "
                                + Long.toUnsignedString(length)
                                + " bytes, where at most "
                                + most
                                + " make sense. Copy the store again.");
            }
            return Optional.of(ZarrStore.read(channel, key, offset, (int) length));
        }
    }

    private byte[] index(FileChannel channel, String key) throws IOException {
        Optional<byte[]> known = cache.get(key);
        if (known.isPresent()) {
            return known.get();
        }
        ShardFormat shards = info.shards().orElseThrow();
        int entries = ShardFormat.entry(info.grid().chunksInShard());
        int length = shards.indexBytes(info.grid().chunksInShard());
        long at = shards.atStart() ? 0 : channel.size() - length;
        byte[] index = ZarrStore.read(channel, key, at, length);
        if (shards.checked()) {
            index = checked(index, entries, key);
        }
        cache.put(key, index);
        return index;
    }

    private static byte[] checked(byte[] index, int bytes, String key) throws IOException {
        ByteCodec checksum = Codecs.of("crc32c").orElseThrow();
        try {
            return checksum.decode(index, bytes);
        } catch (IOException e) {
            throw damaged(key, e);
        }
    }

    private static IOException damaged(String key, IOException e) {
        return new IOException(
                "has a damaged chunk: " + key + " " + e.getMessage() + ". Copy the store again.",
                e);
    }

    private IOException tooLarge(String key, String why) {
        return new IOException(
                "has chunks of "
                        + info.chunkBytes()
                        + " bytes ("
                        + key
                        + "), "
                        + why
                        + ". Write it in chunks of about 1024 x 1024, or give Java more memory"
                        + " (-Xmx).");
    }
}
