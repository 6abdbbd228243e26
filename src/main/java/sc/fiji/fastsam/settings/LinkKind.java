package sc.fiji.fastsam.settings;

/** Along what the objects of a stack are linked. */
public enum LinkKind {
    /** Not at all: each plane counts its own. */
    NONE,
    /** From slice to slice. */
    SLICES,
    /** From frame to frame. */
    FRAMES
}
