package sc.fiji.fastsam.io.zarr.codec;

import java.io.IOException;
import java.util.Arrays;

/** Zstandard frames one after another, with or without their lengths and checksums. */
final class ZstdCodec implements ByteCodec {

    @Override
    public byte[] decode(byte[] encoded, int limit) throws IOException {
        byte[] out = new byte[limit];
        int n = Airlift.zstd().decode(encoded, 0, encoded.length, out, 0, limit);
        return n == limit ? out : Arrays.copyOf(out, n);
    }
}
