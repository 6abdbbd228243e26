package sc.fiji.fastsam.io;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Says that a part of an image could not be read, where no checked exception comes through. */
public final class UnreadImageException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /**
     * For a failure whose message follows the image's name.
     *
     * @param cause the failure
     */
    public UnreadImageException(IOException cause) {
        super("The image " + cause.getMessage(), cause);
    }
}
