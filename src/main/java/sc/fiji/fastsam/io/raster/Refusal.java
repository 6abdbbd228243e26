package sc.fiji.fastsam.io.raster;

import java.io.IOException;

/** Reasons to refuse a file, with the way out. */
final class Refusal {

    private static final String COPY_AGAIN =
            " Copy it again from its source, or save it anew where it was made.";

    private Refusal() {}

    /**
     * @param what is missing, a clause
     */
    static IOException cut(String what) {
        return new IOException("is cut short: " + what + "." + COPY_AGAIN);
    }

    /**
     * @param what is wrong, a clause
     */
    static IOException damaged(String what) {
        return new IOException("is damaged: " + what + "." + COPY_AGAIN);
    }

    /**
     * @param index of a pixel's color, which the palette lacks
     * @param colors that it has
     */
    static IOException beyondPalette(int index, int colors) {
        return damaged("a pixel has the color " + index + " of " + colors);
    }

    /** As {@link #damaged(String)}, because of another error. */
    static IOException damaged(String what, Exception cause) {
        return new IOException("is damaged: " + what + "." + COPY_AGAIN, cause);
    }
}
