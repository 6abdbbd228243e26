package sc.fiji.fastsam.prompt;

/** What a point says. */
public enum Role {
    /** The object here is meant. */
    FOREGROUND,
    /** No object that holds this point is meant. */
    BACKGROUND
}
