package sc.fiji.fastsam.io.zarr.codec;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;

/** One of the library's decompressors, its unchecked failures as checked ones. For one thread. */
final class Airlift {

    private final Decompressor decompressor;
    private final String name;

    private Airlift(Decompressor decompressor, String name) {
        this.decompressor = decompressor;
        this.name = name;
    }

    /** For LZ4 blocks. */
    static Airlift lz4() {
        return new Airlift(new Lz4Decompressor(), "LZ4");
    }

    /** For Zstandard frames. */
    static Airlift zstd() {
        return new Airlift(new ZstdDecompressor(), "Zstandard");
    }

    /**
     * Decodes {@code in[from .. from + length)} into {@code out[at .. at + most)}.
     *
     * @return number of bytes written
     * @throws IOException if the bytes are damaged or more than {@code most} would come out
     */
    int decode(byte[] in, int from, int length, byte[] out, int at, int most) throws IOException {
        try {
            return decompressor.decompress(in, from, length, out, at, most);
        } catch (RuntimeException e) {
            // NB: MalformedInputException mostly, but damaged tables also end in others.
            throw new IOException("does not decompress (" + name + "): " + e.getMessage(), e);
        }
    }
}
