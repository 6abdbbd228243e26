package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import sc.fiji.fastsam.io.PixelType;

/**
 * The numbers that make a pixel.
 *
 * @param count stored for each pixel
 * @param bits of each
 * @param format of each
 * @param planar true where each has blocks of its own
 * @param photometric value of the tag
 * @param alpha true where the last sample is said to be transparency
 */
record Samples(
        int count, int bits, SampleFormat format, boolean planar, int photometric, boolean alpha) {

    static final int WHITE_IS_ZERO = 0;
    static final int BLACK_IS_ZERO = 1;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int YCBCR = 6;

    private static final int MOST = 1024;

    /**
     * @throws IOException if the samples make no sense or are of a kind that is not read
     */
    static Samples of(Ifd ifd) throws IOException {
        int page = ifd.page();
        long count = ifd.number(Tags.SAMPLES_PER_PIXEL, 1);
        if (count < 1 || count > MOST) {
            throw Refusal.damaged(page, "has " + count + " samples for each pixel");
        }
        int bits = bits(ifd, (int) count);
        int code = (int) same(ifd, Tags.SAMPLE_FORMAT, (int) count, 1);
        SampleFormat format = SampleFormat.of(code, page);
        if (!format.allows(bits)) {
            throw Refusal.unsupported(
                    page,
                    bits + "-bit samples of the format " + format,
                    "Save it with 8, 16 or 32 bits.");
        }
        long[] extra = ifd.numbers(Tags.EXTRA_SAMPLES, MOST);
        boolean alpha = extra.length > 0 && extra[0] >= 1 && extra[0] <= 2;
        boolean planar = count > 1 && ifd.number(Tags.PLANAR_CONFIGURATION, 1) == 2;
        int photometric = (int) ifd.number(Tags.PHOTOMETRIC, count == 3 ? RGB : BLACK_IS_ZERO);
        checkPhotometric(photometric, (int) count, page);
        return new Samples((int) count, bits, format, planar, photometric, alpha);
    }

    private static int bits(Ifd ifd, int count) throws IOException {
        long bits = same(ifd, Tags.BITS_PER_SAMPLE, count, 1);
        if (bits < 1 || bits > 64) {
            throw Refusal.damaged(ifd.page(), "has " + bits + " bits for each sample");
        }
        return (int) bits;
    }

    /** The value that all samples share. */
    private static long same(Ifd ifd, int tag, int count, long otherwise) throws IOException {
        long[] values = ifd.numbers(tag, count);
        for (long value : values) {
            if (value != values[0]) {
                throw Refusal.unsupported(
                        ifd.page(),
                        "samples that differ (" + values[0] + " and " + value + ")",
                        "Save it with one kind of sample.");
            }
        }
        return values.length == 0 ? otherwise : values[0];
    }

    private static void checkPhotometric(int code, int count, int page) throws IOException {
        String kind =
                switch (code) {
                    case WHITE_IS_ZERO, BLACK_IS_ZERO, PALETTE -> "";
                    case RGB, YCBCR -> count < 3 ? "colors of " + count + " samples" : "";
                    case 4 -> "a transparency mask alone";
                    case 5 -> "CMYK colors";
                    case 8, 9, 10 -> "CIE L*a*b* colors";
                    case 32_803 -> "raw camera data (a color filter array)";
                    case 34_892 -> "raw camera data";
                    case 32_844, 32_845 -> "LogLuv colors";
                    default -> "colors of the unknown kind " + code;
                };
        if (!kind.isEmpty()) {
            throw Refusal.unsupported(page, kind, "Save it as gray or RGB.");
        }
    }

    private boolean isColor() {
        return photometric == RGB || photometric == YCBCR;
    }

    /** Samples that are shown: all but the transparency. */
    int shown() {
        if (isColor()) {
            return count <= 4 ? 3 : count;
        }
        return count == 2 && alpha ? 1 : count;
    }

    /** True for 8-bit colors, which make pixels of {@link PixelType#RGB}. */
    boolean isRgb() {
        return isColor() && shown() == 3 && bits == 8 && format == SampleFormat.UNSIGNED;
    }

    /** What a plane's pixels become. */
    PixelType type() {
        return isRgb() ? PixelType.RGB : format.typeOf(bits);
    }

    /** How many planes a page is: one for RGB, else one for each sample that is shown. */
    int channels() {
        return isRgb() ? 1 : shown();
    }

    /** True when both mean the same and lie alike; YCbCr becomes RGB when it is decoded. */
    boolean isStoredLike(Samples other) {
        boolean alike = photometric == other.photometric || isColor() && other.isColor();
        return alike && count == other.count && planar == other.planar && alpha == other.alpha;
    }

    /** Samples that lie side by side in a block. */
    int perBlock() {
        return planar ? 1 : count;
    }
}
