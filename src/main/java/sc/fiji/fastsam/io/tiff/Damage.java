package sc.fiji.fastsam.io.tiff;

import java.io.IOException;

/**
 * Compressed data that make no sense; the message follows "page 1's strip 2 cannot be decoded:".
 */
final class Damage extends IOException {

    private static final long serialVersionUID = 1L;

    Damage(String message) {
        super(message);
    }

    Damage(String message, Throwable cause) {
        super(message, cause);
    }
}
