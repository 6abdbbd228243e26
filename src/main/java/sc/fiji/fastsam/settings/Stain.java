package sc.fiji.fastsam.settings;

/** Stains of tissue sections in bright field, of which one alone can be looked at. */
public enum Stain {
    /** All colors as they are. */
    NONE,
    /** Blue: nuclei. */
    HEMATOXYLIN,
    /** Pink: cytoplasm and fibers. */
    EOSIN,
    /** Brown: what antibodies with diaminobenzidine mark. */
    DAB
}
