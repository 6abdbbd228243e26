package sc.fiji.fastsam.settings;

/** How many sizes of objects are looked for, one inside the other. */
public enum Sizes {
    /** Several where the image clearly shows them and no size is stated, else one. */
    AUTO,
    /** One. */
    ONE,
    /** All that the network sees. */
    ALL
}
