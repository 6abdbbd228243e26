package sc.fiji.fastsam.io.zarr.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Checks and removes the checksum (4 bytes, little endian) behind the bytes. */
final class Crc32cCodec implements ByteCodec {

    private static final int BYTES = 4;

    @Override
    public byte[] decode(byte[] encoded, int limit) throws IOException {
        int length = encoded.length - BYTES;
        if (length < 0 || length > limit) {
            throw new IOException(
                    "has " + encoded.length + " bytes where " + (limit + 4L) + " were expected");
        }
        CRC32C sum = new CRC32C();
        sum.update(encoded, 0, length);
        int stored = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
        if ((int) sum.getValue() != stored) {
            throw new IOException("does not match its checksum (crc32c)");
        }
        return Arrays.copyOf(encoded, length);
    }

    @Override
    public long encodedLimit(long decoded) {
        return decoded + BYTES;
    }
}
