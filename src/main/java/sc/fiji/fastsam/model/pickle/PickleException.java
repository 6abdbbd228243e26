package sc.fiji.fastsam.model.pickle;

import java.io.IOException;

/** A pickle that is damaged, too large, or asks for what is never done here. */
public final class PickleException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With a message for the user: a clause without subject and full stop, "names ...". */
    public PickleException(String message) {
        super(message);
    }
}
