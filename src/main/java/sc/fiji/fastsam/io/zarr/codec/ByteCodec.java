package sc.fiji.fastsam.io.zarr.codec;

import java.io.IOException;

/** Undoes one compression of a chunk's bytes. Thread-safe. */
public interface ByteCodec {

    /**
     * @param encoded not changed
     * @param limit most bytes that may come out; allocated at once where the stream does not say
     *     how many there are
     * @return the decoded bytes, {@code limit} or fewer
     * @throws IOException if the bytes are damaged or more than {@code limit} would come out
     */
    byte[] decode(byte[] encoded, int limit) throws IOException;

    /**
     * Most bytes that a sane encoder makes of {@code decoded} bytes which do not compress: what is
     * longer need not be read.
     */
    default long encodedLimit(long decoded) {
        return decoded + decoded / 8 + 4096;
    }
}
