package sc.fiji.fastsam.model.download;

import java.io.IOException;

/** A file could not be had: says which, why and what to do. */
public final class DownloadException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean worthAnotherTry;

    private DownloadException(String message, boolean worthAnotherTry, Throwable cause) {
        super(message, cause);
        this.worthAnotherTry = worthAnotherTry;
    }

    /** Trying again would end the same. */
    static DownloadException lasting(String message) {
        return new DownloadException(message, false, null);
    }

    /** The connection broke; what is there stays for another try. */
    static DownloadException passing(String message, Throwable cause) {
        return new DownloadException(message, true, cause);
    }

    /** Whether another try may succeed. */
    boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }
}
