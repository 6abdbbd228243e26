package sc.fiji.fastsam.io.zarr.store;

/**
 * Names of the files of chunks (of shards, where there are some).
 *
 * @param prefix before the numbers, such as "c/"
 * @param separator between them, "/" or "."
 */
public record ChunkKeys(String prefix, String separator) {

    /** The name of a chunk's file below the array's folder. */
    String of(int[] at) {
        StringBuilder key = new StringBuilder(prefix);
        for (int i = 0; i < at.length; i++) {
            key.append(i == 0 ? "" : separator).append(at[i]);
        }
        return key.toString();
    }
}
