package sc.fiji.fastsam.model.checkpoint;

import java.io.IOException;

/** A file that is no checkpoint of a network which can be imported. */
public final class CheckpointException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With a message for the user that goes on after "Model file X", without a full stop. */
    public CheckpointException(String message) {
        super(message);
    }
}
