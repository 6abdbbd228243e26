package sc.fiji.fastsam.io.tiff;

import java.io.IOException;

/**
 * How the bytes of a block become samples.
 *
 * @param compression of the bytes
 * @param predictor 1 for none, 2 for differences, 3 for differences of floating point numbers'
 *     bytes
 * @param reversed true where the bits of each byte come in the other order
 */
record Coding(Compression compression, int predictor, boolean reversed) {

    static final int DIFFERENCES = 2;
    static final int FLOATS = 3;

    /**
     * @throws IOException if they are of a kind that is not read, or do not fit the samples
     */
    static Coding of(Ifd ifd, Samples samples) throws IOException {
        int page = ifd.page();
        Compression compression = Compression.of((int) ifd.number(Tags.COMPRESSION, 1), page);
        boolean plain = compression == Compression.NONE || compression == Compression.JPEG;
        // NB: libtiff and tifffile know predictors for LZW, Deflate and ZSTD alone.
        boolean predicts = !plain && compression != Compression.PACK_BITS;
        int predictor = predicts ? (int) ifd.number(Tags.PREDICTOR, 1) : 1;
        checkPredictor(predictor, samples, page);
        if (compression == Compression.JPEG) {
            checkJpeg(samples, page);
        } else if (samples.photometric() == Samples.YCBCR) {
            throw Refusal.unsupported(page, "YCbCr colors that are no JPEG", "Save it as RGB.");
        }
        boolean reversed = ifd.number(Tags.FILL_ORDER, 1) == 2 && compression != Compression.JPEG;
        return new Coding(compression, predictor, reversed);
    }

    private static void checkPredictor(int predictor, Samples samples, int page)
            throws IOException {
        boolean whole = samples.bits() % 8 == 0;
        boolean fits =
                switch (predictor) {
                    case 1 -> true;
                    case DIFFERENCES -> whole && samples.bits() != 24;
                    case FLOATS -> whole && samples.format() == SampleFormat.FLOAT;
                    default -> false;
                };
        if (!fits) {
            throw Refusal.unsupported(
                    page,
                    "predictor " + predictor + " on " + samples.bits() + "-bit samples",
                    "Save it without predictor.");
        }
    }

    private static void checkJpeg(Samples samples, int page) throws IOException {
        int count = samples.perBlock();
        if (samples.bits() != 8 || count != 1 && count != 3) {
            throw Refusal.unsupported(
                    page,
                    "JPEG data of " + count + " samples with " + samples.bits() + " bits",
                    "Save it with another compression.");
        }
    }
}
