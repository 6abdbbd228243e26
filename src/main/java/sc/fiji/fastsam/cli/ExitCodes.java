package sc.fiji.fastsam.cli;

/** Exit codes of {@code fastsam}; part of its contract. */
final class ExitCodes {

    /** Everything asked for is done. */
    public static final int DONE = 0;

    /** Some inputs failed; the others are done. */
    public static final int SOME_FAILED = 1;

    /** The command line is wrong; nothing was done. */
    public static final int USAGE = 2;

    /** The model or the device cannot be used; nothing was done. */
    public static final int MODEL_OR_DEVICE = 3;

    private ExitCodes() {}
}
