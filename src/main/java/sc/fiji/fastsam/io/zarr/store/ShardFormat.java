package sc.fiji.fastsam.io.zarr.store;

/**
 * Where a shard's index lies: 16 bytes for each chunk (offset and length, little endian).
 *
 * @param atStart else at the end of the file
 * @param checked a checksum (crc32c) follows the index
 */
public record ShardFormat(boolean atStart, boolean checked) {

    private static final int ENTRY = 16;
    private static final int CHECKSUM = 4;

    /** Length of the index with its checksum. */
    int indexBytes(int chunks) {
        return ENTRY * chunks + (checked ? CHECKSUM : 0);
    }

    /** Place of a chunk's entry. */
    static int entry(int chunk) {
        return ENTRY * chunk;
    }
}
