package sc.fiji.fastsam.settings;

/** How much of a stack is segmented. */
public enum StackPart {
    /** The plane that is shown. */
    CURRENT_PLANE,
    /** All slices and frames. */
    WHOLE_STACK
}
