package sc.fiji.fastsam.host;

/** A command that can tell whether its values make sense before it runs. */
public interface Checked {

    /**
     * Looks at all values.
     *
     * @throws IllegalArgumentException naming the key, what its value must be and what it was
     */
    void check();
}
