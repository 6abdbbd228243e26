package sc.fiji.fastsam.io.zarr;

import com.google.gson.JsonObject;
import io.airlift.compress.zstd.ZstdCompressor;
import java.util.Arrays;

/** How chunks of labels are compressed: Zstandard, which is many times faster than Deflate. */
final class LabelCompression {

    private static final String NAME = "zstd";
    private static final int LEVEL = 3;

    private LabelCompression() {}

    /** A new array of the compressed bytes. */
    static byte[] compress(byte[] bytes) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] out = new byte[compressor.maxCompressedLength(bytes.length)];
        return Arrays.copyOf(out, compressor.compress(bytes, 0, bytes.length, out, 0, out.length));
    }

    /** Zarr v2's description. */
    static JsonObject compressor() {
        JsonObject compressor = new JsonObject();
        compressor.addProperty("id", NAME);
        compressor.addProperty("level", LEVEL);
        return compressor;
    }

    /** Zarr v3's description. */
    static JsonObject codec() {
        JsonObject configuration = new JsonObject();
        configuration.addProperty("level", LEVEL);
        configuration.addProperty("checksum", false);
        return LabelVersion.named(NAME, configuration);
    }
}
