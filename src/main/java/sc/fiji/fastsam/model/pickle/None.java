package sc.fiji.fastsam.model.pickle;

/** Python's None. */
public enum None {
    /** The only value. */
    NONE
}
