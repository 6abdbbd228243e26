package sc.fiji.fastsam.settings;

/** What becomes of objects that lie inside others. */
public enum Nested {
    /** All stay. */
    ALL,
    /** An object that lies in a larger one is dropped. */
    OUTER,
    /** An object that holds a smaller one is dropped. */
    INNER
}
