package sc.fiji.fastsam.onnx;

/** A network failed while it ran. */
public final class InferenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public InferenceException(String message) {
        super(message);
    }

    /** With a message for the user and what went wrong below. */
    public InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
