package sc.fiji.fastsam.io.tiff;

import java.io.IOException;

/** Reasons to refuse a file; they name the page, what is wrong, and the way out. */
final class Refusal {

    static final String COPY_AGAIN =
            " Copy it again from its source, or save it anew where it was made.";

    private Refusal() {}

    /**
     * @param page counted from 0
     * @param what follows "page 1"
     */
    static IOException damaged(int page, String what) {
        return new IOException("is damaged: page " + (page + 1) + " " + what + "." + COPY_AGAIN);
    }

    /** As above, because of another error. */
    static IOException damaged(int page, String what, Exception cause) {
        IOException refusal = damaged(page, what);
        refusal.initCause(cause);
        return refusal;
    }

    /**
     * @param page counted from 0
     * @param what follows "page 1 holds"
     * @param wayOut a sentence
     */
    static IOException unsupported(int page, String what, String wayOut) {
        return new IOException(
                "is a TIFF of a kind that is not read: page "
                        + (page + 1)
                        + " holds "
                        + what
                        + ". "
                        + wayOut);
    }
}
