package sc.fiji.fastsam.onnx;

import sc.fiji.fastsam.model.ModelException;

/** The network cannot run where it was asked to: what was looked for and what to do. */
public final class DeviceException extends ModelException {

    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public DeviceException(String message) {
        super(message);
    }

    /** With a message for the user and what went wrong below. */
    public DeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
