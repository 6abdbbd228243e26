package sc.fiji.fastsam.io.zarr;

import com.google.gson.JsonObject;
import io.airlift.compress.zstd.ZstdCompressor;
import java.util.Arrays;
import java.util.zip.Deflater;

/** How chunks of labels are compressed. */
public enum LabelCompression {
    /** Zstandard: many times faster. */
    ZSTD("zstd", 3) {
        @Override
        byte[] compress(byte[] bytes) {
            ZstdCompressor compressor = new ZstdCompressor();
            byte[] out = new byte[compressor.maxCompressedLength(bytes.length)];
            return Arrays.copyOf(
                    out, compressor.compress(bytes, 0, bytes.length, out, 0, out.length));
        }
    },
    /** Deflate with zlib's header: for readers that know nothing newer. */
    ZLIB("zlib", 1) {
        @Override
        byte[] compress(byte[] bytes) {
            Deflater deflater = new Deflater(Deflater.BEST_SPEED);
            try {
                deflater.setInput(bytes);
                deflater.finish();
                byte[] out = new byte[bytes.length + bytes.length / 1000 + 100];
                return Arrays.copyOf(out, deflater.deflate(out));
            } finally {
                deflater.end();
            }
        }
    };

    private final String id;
    private final int level;

    LabelCompression(String id, int level) {
        this.id = id;
        this.level = level;
    }

    /** A new array of the compressed bytes. */
    abstract byte[] compress(byte[] bytes);

    /** Zarr v2's description. */
    JsonObject toJson() {
        JsonObject compressor = new JsonObject();
        compressor.addProperty("id", id);
        compressor.addProperty("level", level);
        return compressor;
    }
}
