package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import sc.fiji.fastsam.io.PixelType;

/** What the bits of a sample mean. */
enum SampleFormat {
    UNSIGNED,
    SIGNED,
    FLOAT;

    /**
     * @param code value of the tag
     * @throws IOException if that is not supported
     */
    static SampleFormat of(int code, int page) throws IOException {
        return switch (code) {
                // NB: 4 is "undefined", which everyone reads as unsigned.
            case 1, 4 -> UNSIGNED;
            case 2 -> SIGNED;
            case 3 -> FLOAT;
            case 5, 6 -> throw Refusal.unsupported(page, "complex numbers", "Save its magnitude.");
            default -> throw Refusal.damaged(page, "has the unknown sample format " + code);
        };
    }

    /** True for the numbers of bits that such samples may have. */
    boolean allows(int bits) {
        return switch (this) {
            case UNSIGNED, SIGNED -> bits >= 1 && bits <= 32 || bits == 64;
            case FLOAT -> bits == 16 || bits == 24 || bits == 32 || bits == 64;
        };
    }

    /** How such samples are held in memory. */
    PixelType typeOf(int bits) {
        if (this != UNSIGNED || bits > 16) {
            return PixelType.FLOAT32;
        }
        return bits <= 8 ? PixelType.UINT8 : PixelType.UINT16;
    }
}
