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

    /** As above, because of another error. */
    static IOException damaged(String what, Exception cause) {
        return new IOException("is damaged: " + what + "." + COPY_AGAIN, cause);
    }
}
