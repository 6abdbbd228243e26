package sc.fiji.fastsam.updatesite;

/** Says why a site or a release cannot be built, and what to do. */
public final class BuildException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A reason in words, with the value and the way out. */
    public BuildException(String message) {
        super(message);
    }
}
