package sc.fiji.fastsam.io.zarr.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** numcodecs' LZ4: the decoded length (4 bytes, little endian), then one block. */
final class Lz4Codec implements ByteCodec {

    private static final int HEADER = 4;

    @Override
    public byte[] decode(byte[] encoded, int limit) throws IOException {
        if (encoded.length < HEADER) {
            throw new IOException("is cut short (LZ4): it has " + encoded.length + " bytes");
        }
        int length = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        if (length < 0 || length > limit) {
            throw new IOException(
                    "claims to hold "
                            + Integer.toUnsignedString(length)
                            + " bytes where at most "
                            + limit
                            + " were expected (LZ4)");
        }
        byte[] out = new byte[length];
        int n = Airlift.lz4().decode(encoded, HEADER, encoded.length - HEADER, out, 0, length);
        if (n != length) {
            throw new IOException("is cut short (LZ4): " + n + " of " + length + " bytes");
        }
        return out;
    }
}
