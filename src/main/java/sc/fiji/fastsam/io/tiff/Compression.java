package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.util.Map;

/** How blocks are compressed. */
enum Compression {
    NONE(1),
    PACK_BITS(64),
    LZW(4096),
    DEFLATE(1032),
    // NB: a run-length block makes 128 kB of 4 bytes.
    ZSTD(32_768),
    JPEG(4096);

    private static final Map<Integer, String> UNREAD =
            Map.ofEntries(
                    Map.entry(2, "CCITT fax data"),
                    Map.entry(3, "CCITT fax data (group 3)"),
                    Map.entry(4, "CCITT fax data (group 4)"),
                    Map.entry(6, "old-style JPEG data"),
                    Map.entry(32_809, "ThunderScan data"),
                    Map.entry(33_003, "JPEG 2000 data (Aperio)"),
                    Map.entry(33_005, "JPEG 2000 data (Aperio)"),
                    Map.entry(34_712, "JPEG 2000 data"),
                    Map.entry(34_887, "LERC data"),
                    Map.entry(34_892, "lossy DNG data"),
                    Map.entry(34_925, "LZMA data"),
                    Map.entry(50_001, "WebP data"),
                    Map.entry(50_002, "JPEG XL data"),
                    Map.entry(52_546, "JPEG XL data"));

    private final int bestRatio;

    Compression(int bestRatio) {
        this.bestRatio = bestRatio;
    }

    /**
     * @param code value of the tag
     * @throws IOException if such data are not read; names them
     */
    static Compression of(int code, int page) throws IOException {
        return switch (code) {
            case 0, 1 -> NONE;
            case 5 -> LZW;
            case 7 -> JPEG;
            case 8, 32_946 -> DEFLATE;
            case 32_773 -> PACK_BITS;
            case 50_000, 34_926 -> ZSTD;
            default ->
                    throw Refusal.unsupported(
                            page,
                            UNREAD.getOrDefault(code, "data of the unknown compression " + code),
                            "Open it in Fiji with Bio-Formats, or convert it with bfconvert, and"
                                    + " save it uncompressed.");
        };
    }

    /** True when so many bytes can come out of so few: all that a bomb promises cannot. */
    boolean canHold(long compressed, long decoded) {
        return decoded <= 1024 || decoded / bestRatio <= compressed;
    }
}
