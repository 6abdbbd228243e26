package sc.fiji.fastsam.detection;

/** Says that a network's outputs cannot be read: what was expected, what was found. */
public final class HeadException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public HeadException(String message) {
        super(message);
    }
}
