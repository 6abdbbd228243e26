package sc.fiji.fastsam.io.zarr.codec;

import java.util.Arrays;
import java.util.Optional;

/** The compressions that can be undone, by their names in Zarr's metadata. */
public enum Codecs {
    /** Blosc container; its header says what is inside. */
    BLOSC("blosc", new BloscCodec()),
    /** Zstandard frames. */
    ZSTD("zstd", new ZstdCodec()),
    /** LZ4 block after its length. */
    LZ4("lz4", new Lz4Codec()),
    /** Deflate with zlib's header. */
    ZLIB("zlib", InflateCodec.ZLIB),
    /** Deflate with gzip's header. */
    GZIP("gzip", InflateCodec.GZIP),
    /** A checksum behind the bytes. */
    CRC32C("crc32c", new Crc32cCodec());

    /** Before the names of those that Zarr v3 does not define itself. */
    private static final String EXTENSION = "numcodecs.";

    private final String id;
    private final ByteCodec codec;

    Codecs(String id, ByteCodec codec) {
        this.id = id;
        this.codec = codec;
    }

    /** The codec of a name such as "zstd" or "numcodecs.zlib"; empty for unknown ones. */
    public static Optional<ByteCodec> of(String name) {
        String plain = name.startsWith(EXTENSION) ? name.substring(EXTENSION.length()) : name;
        return Arrays.stream(values())
                .filter(c -> c.id.equals(plain))
                .findFirst()
                .map(c -> c.codec);
    }

    /** All names, for messages. */
    public static String names() {
        return String.join(", ", Arrays.stream(values()).map(c -> c.id).toList());
    }
}
