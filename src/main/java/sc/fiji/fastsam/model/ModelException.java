package sc.fiji.fastsam.model;

import java.io.IOException;

/** A network cannot be used: says what was found, what was expected and what to do. */
public class ModelException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public ModelException(String message) {
        super(message);
    }

    /** With a message for the user and what went wrong below. */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
