package sc.fiji.fastsam.io.zarr.store;

import java.io.IOException;
import java.util.List;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.zarr.codec.ByteCodec;

/**
 * How a chunk is stored. Holds its arrays without a copy.
 *
 * @param type of its elements
 * @param fill bytes of the element that stands where a chunk is missing
 * @param strides elements between neighbors along each axis of a decoded chunk
 * @param codecs in the order in which they were applied
 */
public record ChunkFormat(ElementType type, byte[] fill, int[] strides, List<ByteCodec> codecs) {

    /**
     * Decodes a chunk.
     *
     * @param bytes length of the decoded chunk
     * @throws IOException if it is damaged or of another length; the message is a clause
     */
    byte[] decode(byte[] stored, int bytes) throws IOException {
        byte[] decoded = stored;
        for (int i = codecs.size() - 1; i >= 0; i--) {
            decoded = codecs.get(i).decode(decoded, (int) limit(bytes, i));
        }
        if (decoded.length != bytes) {
            throw new IOException("holds " + decoded.length + " bytes, not " + bytes);
        }
        return decoded;
    }

    /** Most bytes in which a chunk can sensibly be stored. */
    long storedLimit(int bytes) {
        return limit(bytes, codecs.size());
    }

    /** Most bytes after the first few codecs. */
    private long limit(int bytes, int applied) {
        long limit = bytes;
        for (int i = 0; i < applied; i++) {
            limit = codecs.get(i).encodedLimit(limit);
        }
        return Math.min(limit, MemoryNeed.LONGEST_ARRAY);
    }
}
