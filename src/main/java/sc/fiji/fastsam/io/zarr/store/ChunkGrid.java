package sc.fiji.fastsam.io.zarr.store;

import java.io.IOException;
import java.util.Arrays;

/**
 * An array cut into shards, and those into chunks; without sharding a shard is one chunk. Sizes in
 * elements along each axis, all from 1 to 2^31 - 1.
 */
public final class ChunkGrid {

    private static final int MOST_AXES = 16;
    private static final long MOST_ELEMENTS = 1 << 30;
    private static final long MOST_CHUNKS_IN_SHARD = 1 << 22;

    private final int[] shape;
    private final int[] shard;
    private final int[] chunk;

    private ChunkGrid(int[] shape, int[] shard, int[] chunk) {
        this.shape = shape;
        this.shard = shard;
        this.chunk = chunk;
    }

    /**
     * @param key of the metadata, for messages
     * @throws IOException if a size is out of range, the ranks differ, or a chunk or the number of
     *     chunks in a shard is beyond 2^30 or 2^22
     */
    static ChunkGrid of(String key, long[] shape, long[] shard, long[] chunk) throws IOException {
        if (shape.length < 1 || shape.length > MOST_AXES || shard.length != shape.length) {
            throw new IOException(
                    "has a wrong "
                            + key
                            + ": shape "
                            + Arrays.toString(shape)
                            + " and chunks "
                            + Arrays.toString(shard)
                            + " must have the same number of axes, 1 to 16.");
        }
        int[] small = sizes(key, "chunk", chunk, MOST_ELEMENTS);
        ChunkGrid grid =
                new ChunkGrid(
                        sizes(key, "shape", shape, Long.MAX_VALUE),
                        sizes(key, "shard", shard, Long.MAX_VALUE),
                        small);
        grid.checkShards(key);
        return grid;
    }

    private static int[] sizes(String key, String what, long[] values, long most)
            throws IOException {
        int[] sizes = new int[values.length];
        long left = most;
        for (int i = 0; i < sizes.length; i++) {
            left /= Math.max(1, values[i]);
            if (values[i] < 1
                    || values[i] > Integer.MAX_VALUE
                    || left == 0 && most < Long.MAX_VALUE) {
                throw new IOException(
                        "declares a "
                                + what
                                + " of "
                                + Arrays.toString(values)
                                + " elements ("
                                + key
                                + "), which is empty or too large. Write it in chunks of about 1024"
                                + " x 1024.");
            }
            sizes[i] = (int) values[i];
        }
        return sizes;
    }

    private void checkShards(String key) throws IOException {
        boolean whole = chunk.length == shard.length;
        long chunks = 1;
        for (int i = 0; whole && i < chunk.length; i++) {
            chunks *= Math.min(MOST_CHUNKS_IN_SHARD + 1, shard[i] / chunk[i]);
            whole = shard[i] % chunk[i] == 0 && chunks <= MOST_CHUNKS_IN_SHARD;
        }
        if (!whole) {
            throw new IOException(
                    "has a wrong "
                            + key
                            + ": a shard of "
                            + Arrays.toString(shard)
                            + " must consist of at most 4194304 whole chunks of "
                            + Arrays.toString(chunk)
                            + ".");
        }
    }

    /** Number of axes. */
    public int rank() {
        return shape.length;
    }

    /** Elements along an axis. */
    public int size(int axis) {
        return shape[axis];
    }

    /** Elements of a chunk along an axis; the last chunk may reach beyond the array. */
    public int chunkSize(int axis) {
        return chunk[axis];
    }

    /** Elements of a chunk. */
    int chunkElements() {
        return product(chunk);
    }

    /** Chunks of a shard. */
    int chunksInShard() {
        return product(perShard());
    }

    /** The shard in which a chunk lies. */
    int[] shardOf(int[] at) {
        int[] per = perShard();
        int[] place = new int[at.length];
        Arrays.setAll(place, i -> at[i] / per[i]);
        return place;
    }

    /** Place of a chunk in its shard, the last axis fastest. */
    int placeInShard(int[] at) {
        int[] per = perShard();
        int place = 0;
        for (int i = 0; i < at.length; i++) {
            place = place * per[i] + at[i] % per[i];
        }
        return place;
    }

    /** Steps between neighbors along each axis of a decoded chunk, where its axes lie in order. */
    int[] strides(int[] order) {
        int[] strides = new int[chunk.length];
        int step = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            strides[order[i]] = step;
            step *= chunk[order[i]];
        }
        return strides;
    }

    private int[] perShard() {
        int[] per = new int[chunk.length];
        Arrays.setAll(per, i -> shard[i] / chunk[i]);
        return per;
    }

    private static int product(int[] values) {
        int product = 1;
        for (int value : values) {
            product *= value;
        }
        return product;
    }
}
