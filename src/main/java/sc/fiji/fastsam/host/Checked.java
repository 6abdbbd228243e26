package sc.fiji.fastsam.host;

/** A command that can tell whether its values make sense before it runs. */
public interface Checked {

    /**
     * Looks at all values.
     *
     * @throws IllegalArgumentException naming the key, what its value must be and what it was
     */
    void check();

    /**
     * Looks at what else a run needs, when its first page is agreed to.
     *
     * @throws IllegalArgumentException naming what is missing, and the way out
     */
    default void checkReady() {}
}
